package dev.mixpaneldata.app;

import dev.mixpaneldata.app.alerts.Alerts;
import dev.mixpaneldata.app.annotations.Annotations;
import dev.mixpaneldata.app.bookmarks.Bookmarks;
import dev.mixpaneldata.app.cohorts.Cohorts;
import dev.mixpaneldata.app.dashboards.Blueprints;
import dev.mixpaneldata.app.dashboards.Dashboards;
import dev.mixpaneldata.app.experiments.Experiments;
import dev.mixpaneldata.app.flags.FeatureFlags;
import dev.mixpaneldata.app.lexicon.Lexicon;
import dev.mixpaneldata.app.projects.Projects;
import dev.mixpaneldata.app.webhooks.Webhooks;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.http.RequestPreview;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.UnsentHttp;
import dev.mixpaneldata.internal.cache.DiscoveryCache;
import java.util.function.Consumer;

/** The clients of the app API, one per family of objects. Thread-safe. */
public final class App {
  private final MixpanelHttp http;
  private final MixpanelHttp reading;
  private final DiscoveryCache cache;

  /** Makes the clients over this connection and cache. */
  public App(MixpanelHttp http, DiscoveryCache cache) {
    this(http, http, cache);
  }

  private App(MixpanelHttp http, MixpanelHttp reading, DiscoveryCache cache) {
    this.http = http;
    this.reading = reading;
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
    return UnsentHttp.firstOf(unsent -> change.accept(new App(unsent, http, cache)), http)
        .orElseThrow(() -> new IllegalArgumentException("No request would be made"));
  }

  private AppClient client() {
    return new AppClient(http, cache);
  }

  /** Returns the client of annotations, the notes on the timeline. */
  public Annotations annotations() {
    return new Annotations(client());
  }

  /** Returns the client of alerts on saved reports. */
  public Alerts alerts() {
    return new Alerts(client());
  }

  /** Returns the client of webhooks. */
  public Webhooks webhooks() {
    return new Webhooks(client());
  }

  /** Returns the client of experiments. */
  public Experiments experiments() {
    return new Experiments(client());
  }

  /** Returns the client of feature flags. */
  public FeatureFlags featureFlags() {
    // The workspace is looked up also where nothing else is sent.
    return new FeatureFlags(
        client(),
        () ->
            reading.dataView().orElseGet(() -> new Projects(reading, cache).mainWorkspace().id()));
  }

  /** Returns the client of boards. */
  public Dashboards dashboards() {
    return new Dashboards(client());
  }

  /** Returns the client of templates for boards. */
  public Blueprints blueprints() {
    return new Blueprints(client());
  }

  /** Returns the client of saved reports. */
  public Bookmarks bookmarks() {
    return new Bookmarks(client(), cache);
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
