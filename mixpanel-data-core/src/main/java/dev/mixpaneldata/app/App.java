package dev.mixpaneldata.app;

import dev.mixpaneldata.app.alerts.Alerts;
import dev.mixpaneldata.app.annotations.Annotations;
import dev.mixpaneldata.app.anomalies.Anomalies;
import dev.mixpaneldata.app.bookmarks.Bookmarks;
import dev.mixpaneldata.app.cohorts.Cohorts;
import dev.mixpaneldata.app.context.BusinessContexts;
import dev.mixpaneldata.app.customevents.CustomEvents;
import dev.mixpaneldata.app.customproperties.CustomProperties;
import dev.mixpaneldata.app.dashboards.Blueprints;
import dev.mixpaneldata.app.dashboards.Dashboards;
import dev.mixpaneldata.app.definitions.LexiconDefinitions;
import dev.mixpaneldata.app.definitions.LexiconTags;
import dev.mixpaneldata.app.deletions.EventDeletions;
import dev.mixpaneldata.app.dropfilters.DropFilters;
import dev.mixpaneldata.app.enforcement.Enforcement;
import dev.mixpaneldata.app.experiments.Experiments;
import dev.mixpaneldata.app.flags.FeatureFlags;
import dev.mixpaneldata.app.flags.FlagEvaluation;
import dev.mixpaneldata.app.identity.Identities;
import dev.mixpaneldata.app.lexicon.Lexicon;
import dev.mixpaneldata.app.links.Links;
import dev.mixpaneldata.app.lookups.ManagedLookupTables;
import dev.mixpaneldata.app.metrics.Metrics;
import dev.mixpaneldata.app.personaldata.PersonalData;
import dev.mixpaneldata.app.pipelines.Pipelines;
import dev.mixpaneldata.app.projects.Projects;
import dev.mixpaneldata.app.schemas.SchemaRegistry;
import dev.mixpaneldata.app.serviceaccounts.ServiceAccounts;
import dev.mixpaneldata.app.warehouse.WarehouseImports;
import dev.mixpaneldata.app.webhooks.Webhooks;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.http.RequestPreview;
import dev.mixpaneldata.internal.app.UnsentHttp;
import dev.mixpaneldata.quota.Pacer;
import java.util.Optional;
import java.util.function.Function;

/** The clients of the app API, one per family of objects. Thread-safe. */
public final class App {
  private final MixpanelHttp http;
  private final MixpanelHttp reading;
  private final Pacer pacer;
  private final Optional<Secret> token;

  /** Makes the clients over this HTTP client, for a project whose token is not known. */
  public App(MixpanelHttp http) {
    this(http, Pacer.system(), Optional.empty());
  }

  /**
   * Makes the clients over this HTTP client.
   *
   * @param pacer pauses between questions whether Mixpanel is ready
   * @param token the project's token, which requests for personal data and identities name
   */
  public App(MixpanelHttp http, Pacer pacer, Optional<Secret> token) {
    this(http, http, pacer, token);
  }

  private App(MixpanelHttp http, MixpanelHttp reading, Pacer pacer, Optional<Secret> token) {
    this.http = http;
    this.reading = reading;
    this.pacer = pacer;
    this.token = token;
  }

  /** Returns clients that always ask Mixpanel and keep the new answers. */
  public App refreshing() {
    return new App(http.refreshing(), pacer, token);
  }

  /**
   * Returns the request that a change would make, without sending anything: {@code app.preview(a ->
   * a.annotations().delete(7))}.
   *
   * @throws IllegalArgumentException if the work makes no request
   */
  public RequestPreview preview(Function<App, ?> change) {
    return UnsentHttp.firstOf(unsent -> change.apply(new App(unsent, http, pacer, token)), http)
        .orElseThrow(() -> new IllegalArgumentException("No request would be made"));
  }

  /** Returns the client of annotations, the notes on the timeline. */
  public Annotations annotations() {
    return new Annotations(http);
  }

  /** Returns the client of alerts on saved reports. */
  public Alerts alerts() {
    return new Alerts(http);
  }

  /** Returns the client of webhooks. */
  public Webhooks webhooks() {
    return new Webhooks(http);
  }

  /** Returns the client of drop filters. */
  public DropFilters dropFilters() {
    return new DropFilters(http);
  }

  /** Returns the client of custom properties. */
  public CustomProperties customProperties() {
    return new CustomProperties(http);
  }

  /** Returns the client of custom events. */
  public CustomEvents customEvents() {
    return new CustomEvents(http, reading);
  }

  /** Returns the client of lookup tables. */
  public ManagedLookupTables lookupTables() {
    return new ManagedLookupTables(http, pacer);
  }

  /** Returns the client of service accounts. */
  public ServiceAccounts serviceAccounts() {
    return new ServiceAccounts(http, () -> new Projects(reading).organization());
  }

  /** Returns the client of requests for personal data, by GDPR and CCPA. */
  public PersonalData personalData() {
    return new PersonalData(http, token);
  }

  /** Returns the client of imports from a warehouse. */
  public WarehouseImports warehouseImports() {
    return new WarehouseImports(http);
  }

  /** Returns the client of experiments. */
  public Experiments experiments() {
    return new Experiments(http);
  }

  /** Returns the client of feature flags. */
  public FeatureFlags featureFlags() {
    // The workspace is looked up also where nothing else is sent.
    return new FeatureFlags(http, () -> new Projects(reading).dataView().orElseThrow(App::noView));
  }

  /** Returns the client of feature flags as programs see them, which needs no workspace. */
  public FlagEvaluation flagEvaluation() {
    return new FlagEvaluation(http, token);
  }

  /** Returns the client of the identities of users. */
  public Identities identities() {
    return new Identities(http, token);
  }

  /** Returns the client of pipelines that export to storage or a warehouse. */
  public Pipelines pipelines() {
    return new Pipelines(http);
  }

  /** Returns the client of boards. */
  public Dashboards dashboards() {
    return new Dashboards(http);
  }

  /** Returns the client of templates for boards. */
  public Blueprints blueprints() {
    return new Blueprints(http);
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

  /** Returns the client of what the Lexicon says about events and properties. */
  public LexiconDefinitions definitions() {
    return new LexiconDefinitions(http);
  }

  /** Returns the client of the Lexicon's tags. */
  public LexiconTags lexiconTags() {
    return new LexiconTags(http);
  }

  /** Returns the client of registered schemas, whole, to read and to change. */
  public SchemaRegistry schemas() {
    return new SchemaRegistry(http);
  }

  /** Returns the client of the enforcement of schemas, and of audits. */
  public Enforcement enforcement() {
    return new Enforcement(http);
  }

  /** Returns the client of anomalies of the data's volume. */
  public Anomalies anomalies() {
    return new Anomalies(http);
  }

  /** Returns the client of requests to erase events. */
  public EventDeletions eventDeletions() {
    return new EventDeletions(http);
  }

  /** Returns the client of the schemas of events and profiles. */
  public Lexicon lexicon() {
    return new Lexicon(http);
  }

  /** Returns the client that reports the user, and the projects and workspaces within reach. */
  public Projects projects() {
    return new Projects(http);
  }

  private static MixpanelDataException noView() {
    return new MixpanelDataException(
        ErrorCode.NOT_FOUND,
        "The project has no workspace.",
        "Create one, or choose another project.");
  }
}
