package dev.mixpaneldata.app;

import dev.mixpaneldata.app.bookmarks.Bookmarks;
import dev.mixpaneldata.app.cohorts.Cohorts;
import dev.mixpaneldata.app.lexicon.Lexicon;
import dev.mixpaneldata.app.projects.Projects;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.cache.DiscoveryCache;

/** The families of the app API. Thread-safe. */
public final class App {
  private final MixpanelHttp http;
  private final DiscoveryCache cache;

  public App(MixpanelHttp http, DiscoveryCache cache) {
    this.http = http;
    this.cache = cache;
  }

  /** Asks Mixpanel even where an answer is kept, and keeps the new one. */
  public App refreshing() {
    return new App(http, cache.refreshing());
  }

  /** Saved reports. */
  public Bookmarks bookmarks() {
    return new Bookmarks(http, cache);
  }

  /** Saved cohorts with their details. */
  public Cohorts cohorts() {
    return new Cohorts(http, cache);
  }

  /** The schemas of events and profiles. */
  public Lexicon lexicon() {
    return new Lexicon(http, cache);
  }

  /** Who asks, and the projects and workspaces they reach. */
  public Projects projects() {
    return new Projects(http, cache);
  }
}
