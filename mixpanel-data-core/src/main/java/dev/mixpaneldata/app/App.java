package dev.mixpaneldata.app;

import dev.mixpaneldata.app.bookmarks.Bookmarks;
import dev.mixpaneldata.app.cohorts.Cohorts;
import dev.mixpaneldata.app.context.BusinessContexts;
import dev.mixpaneldata.app.lexicon.Lexicon;
import dev.mixpaneldata.app.links.Links;
import dev.mixpaneldata.app.metrics.Metrics;
import dev.mixpaneldata.app.projects.Projects;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.cache.DiscoveryCache;
import java.util.Optional;

/** The clients of the app API, one per family of objects. Thread-safe. */
public final class App {
  private final MixpanelHttp http;
  private final DiscoveryCache cache;
  private final Optional<Long> dataView;

  /**
   * Makes the clients over this connection and cache.
   *
   * @param dataView the data view in which links open; all data if empty
   */
  public App(MixpanelHttp http, DiscoveryCache cache, Optional<Long> dataView) {
    this.http = http;
    this.cache = cache;
    this.dataView = dataView;
  }

  /** Returns clients that always ask Mixpanel and keep the new answers. */
  public App refreshing() {
    return new App(http, cache.refreshing(), dataView);
  }

  /** Returns the client of saved reports. */
  public Bookmarks bookmarks() {
    return new Bookmarks(http, cache);
  }

  /** Returns the client of saved metrics. */
  public Metrics metrics() {
    return Metrics.metrics(http, cache);
  }

  /** Returns the client of saved behaviors. */
  public Metrics behaviors() {
    return Metrics.behaviors(http, cache);
  }

  /** Returns the client of links to reports. */
  public Links links() {
    return new Links(http, bookmarks(), dataView);
  }

  /** Returns the client of what people wrote about their business. */
  public BusinessContexts businessContext() {
    return new BusinessContexts(http, cache);
  }

  /** Returns the client of saved cohorts with their details. */
  public Cohorts cohorts() {
    return new Cohorts(http, cache);
  }

  /** Returns the client of the schemas of events and profiles. */
  public Lexicon lexicon() {
    return new Lexicon(http, cache);
  }

  /** Returns the client that reports the user, and the projects and workspaces within reach. */
  public Projects projects() {
    return new Projects(http, cache);
  }
}
