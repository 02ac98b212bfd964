package dev.mixpaneldata.app;

import dev.mixpaneldata.app.annotations.Annotations;
import dev.mixpaneldata.app.bookmarks.Bookmarks;
import dev.mixpaneldata.app.cohorts.Cohorts;
import dev.mixpaneldata.app.lexicon.Lexicon;
import dev.mixpaneldata.app.projects.Projects;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.http.RequestPreview;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.UnsentHttp;
import dev.mixpaneldata.internal.cache.DiscoveryCache;
import java.util.function.Consumer;

/** The clients of the app API, one per family of objects. Thread-safe. */
public final class App {
  private final MixpanelHttp http;
  private final DiscoveryCache cache;

  /** Makes the clients over this connection and cache. */
  public App(MixpanelHttp http, DiscoveryCache cache) {
    this.http = http;
    this.cache = cache;
  }

  /** Returns clients that always ask Mixpanel and keep the new answers. */
  public App refreshing() {
    return new App(http, cache.refreshing());
  }

  /**
   * Returns the request that a change would make, without sending anything: {@code app.preview(a ->
   * a.annotations().delete(7))}.
   *
   * @throws IllegalArgumentException if the work makes no request
   */
  public RequestPreview preview(Consumer<App> change) {
    return UnsentHttp.firstOf(unsent -> change.accept(new App(unsent, cache)), http)
        .orElseThrow(() -> new IllegalArgumentException("No request would be made"));
  }

  private AppClient client() {
    return new AppClient(http, cache);
  }

  /** Returns the client of annotations, the notes on the timeline. */
  public Annotations annotations() {
    return new Annotations(client());
  }

  /** Returns the client of saved reports. */
  public Bookmarks bookmarks() {
    return new Bookmarks(http, cache);
  }

  /** Returns the client of saved cohorts with their details. */
  public Cohorts cohorts() {
    return new Cohorts(client(), cache);
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
