package dev.mixpaneldata.app;

import dev.mixpaneldata.app.bookmarks.Bookmarks;
import dev.mixpaneldata.app.cohorts.Cohorts;
import dev.mixpaneldata.app.context.BusinessContexts;
import dev.mixpaneldata.app.lexicon.Lexicon;
import dev.mixpaneldata.app.links.Links;
import dev.mixpaneldata.app.metrics.Metrics;
import dev.mixpaneldata.app.projects.Projects;
import dev.mixpaneldata.http.MixpanelHttp;

/** The clients of the app API, one per family of objects. Thread-safe. */
public final class App {
  private final MixpanelHttp http;

  /** Makes the clients over this HTTP client. */
  public App(MixpanelHttp http) {
    this.http = http;
  }

  /** Returns clients that always ask Mixpanel and keep the new answers. */
  public App refreshing() {
    return new App(http.refreshing());
  }

  /** Returns the client of saved reports. */
  public Bookmarks bookmarks() {
    return new Bookmarks(http);
  }

  /** Returns the client of saved metrics. */
  public Metrics metrics() {
    return Metrics.metrics(http);
  }

  /** Returns the client of saved behaviors. */
  public Metrics behaviors() {
    return Metrics.behaviors(http);
  }

  /** Returns the client of links to reports. */
  public Links links() {
    return new Links(http);
  }

  /** Returns the client of what people wrote about their business. */
  public BusinessContexts businessContext() {
    return new BusinessContexts(http);
  }

  /** Returns the client of saved cohorts with their details. */
  public Cohorts cohorts() {
    return new Cohorts(http);
  }

  /** Returns the client of the schemas of events and profiles. */
  public Lexicon lexicon() {
    return new Lexicon(http);
  }

  /** Returns the client that reports the user, and the projects and workspaces within reach. */
  public Projects projects() {
    return new Projects(http);
  }
}
