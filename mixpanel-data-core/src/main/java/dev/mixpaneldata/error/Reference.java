package dev.mixpaneldata.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An operation, one of its parameters, or a choice of a parameter, to which a text points without a
 * name that only one face knows. A {@link Vocabulary} gives the name. Every reference of the
 * library stands here, so that a test can resolve all of them on every face.
 */
public enum Reference {
  /** Saves an account. */
  ADD_ACCOUNT("add_account", "AccountStore.add()"),
  /** Chooses the account that is used when none is named. */
  SWITCH_ACCOUNT("switch_account", "AccountStore.setDefault()"),
  /** Signs an account in by the browser. */
  SIGN_IN("sign_in", "Logins.signIn()"),
  /** Names the account of a workspace. */
  ACCOUNT(Owner.WORKSPACE, "account", null, "WorkspaceBuilder.account()"),
  /** Names the project of a workspace. */
  PROJECT(Owner.WORKSPACE, "project", null, "WorkspaceBuilder.project()"),

  /** Lists the names of events. */
  LIST_EVENTS("list_events", "workspace.discovery().events()"),
  /** Lists the saved funnels. */
  LIST_FUNNELS("list_funnels", "workspace.discovery().funnels()"),
  /** Lists the saved cohorts. */
  LIST_COHORTS("list_cohorts", "workspace.discovery().cohorts()"),
  /** Lists the saved reports. */
  LIST_BOOKMARKS("list_bookmarks", "workspace.app().bookmarks().list()"),
  /** Lists what the Lexicon documents. */
  LEXICON_SCHEMAS("lexicon_schemas", "workspace.app().lexicon().schemas()"),
  /** Lists the boards. */
  LIST_DASHBOARDS("list_dashboards", "workspace.app().dashboards().list()"),
  /** Lists the alerts. */
  LIST_ALERTS("list_alerts", "workspace.app().alerts().list()"),
  /** Lists the webhooks. */
  LIST_WEBHOOKS("list_webhooks", "workspace.app().webhooks().list()"),
  /** Lists the experiments. */
  LIST_EXPERIMENTS("list_experiments", "workspace.app().experiments().list()"),
  /** Lists the feature flags. */
  LIST_FLAGS("list_feature_flags", "workspace.app().featureFlags().list()"),
  /** Lists the annotations. */
  LIST_ANNOTATIONS("list_annotations", "workspace.app().annotations().list()"),
  /** Lists the tags of annotations. */
  LIST_ANNOTATION_TAGS("list_annotation_tags", "workspace.app().annotations().tags()"),

  /** Lists the tags of the Lexicon. */
  LIST_LEXICON_TAGS("list_lexicon_tags", "workspace.app().lexiconTags().list()"),
  /** Lists the anomalies of the data's volume. */
  LIST_ANOMALIES("list_data_volume_anomalies", "workspace.app().anomalies().list()"),
  /** Lists the requests to erase events. */
  LIST_DELETION_REQUESTS("list_deletion_requests", "workspace.app().eventDeletions().list()"),
  /** Lists the drop filters. */
  LIST_DROP_FILTERS("list_drop_filters", "workspace.app().dropFilters().list()"),
  /** Lists the custom properties. */
  LIST_CUSTOM_PROPERTIES("list_custom_properties", "workspace.app().customProperties().list()"),
  /** Lists the custom events. */
  LIST_CUSTOM_EVENTS("list_custom_events", "workspace.app().customEvents().list()"),
  /** Lists the lookup tables. */
  LIST_LOOKUP_TABLES("list_lookup_tables", "workspace.app().lookupTables().list()"),
  /** Lists the service accounts of an organization. */
  LIST_SERVICE_ACCOUNTS("list_service_accounts", "workspace.app().serviceAccounts().list()"),
  /** Lists the pipelines that export to storage or a warehouse. */
  LIST_PIPELINES("list_pipelines", "workspace.app().pipelines().list()"),
  /** Lists the imports from a warehouse. */
  LIST_WAREHOUSE_IMPORTS("list_warehouse_imports", "workspace.app().warehouseImports().list()"),

  /** Lists the local tables. */
  LIST_TABLES("list_tables", "workspace.tables().list()"),

  /** Copies events into a local table. */
  FETCH_EVENTS("fetch_events", "workspace.fetch().events()"),
  /** Adds the events to a table that exists. */
  APPEND_EVENTS("fetch_events", "mode", "append", "FetchEvents.withMode(FetchMode.APPEND)"),
  /** Replaces a table of events. */
  REPLACE_EVENTS("fetch_events", "mode", "replace", "FetchEvents.withMode(FetchMode.REPLACE)"),
  /** Sets the days that one download covers. */
  CHUNK_DAYS("fetch_events", "chunk_days", null, "FetchEvents.withChunkDays()"),
  /** Copies profiles into a local table. */
  FETCH_PROFILES("fetch_profiles", "workspace.fetch().profiles()"),
  /** Adds the profiles to a table that exists. */
  APPEND_PROFILES("fetch_profiles", "mode", "append", "FetchProfiles.withMode(FetchMode.APPEND)"),
  /** Replaces a table of profiles. */
  REPLACE_PROFILES(
      "fetch_profiles", "mode", "replace", "FetchProfiles.withMode(FetchMode.REPLACE)"),

  /** Asks the local tables by SQL. */
  SQL("sql", "workspace.sql()"),

  /** Replaces the file of an earlier export. */
  OVERWRITE_EXPORT("export_table", "overwrite", null, "TableExport.with(e -> e.overwrite(true))"),

  /** Computes the report on sessions. */
  SESSIONS("sessions", "workspace.reports().sessions()"),
  /** Lists the steps of a funnel that is not saved. */
  FUNNEL_STEPS("funnel", "steps", null, "FunnelRequest.of()"),
  /** Mixpanel answers a report. */
  LIVE_SOURCE(Owner.REPORT, "source", "live", "ReportTarget.of(ReportSource.LIVE)"),
  /** A local table answers a report. */
  LOCAL_TABLE(Owner.REPORT, "local", null, "workspace.local(table).reports()"),
  /** The table of profiles that a report reads. */
  PROFILES_TABLE(Owner.REPORT, "profiles", null, "ReportTarget.withProfiles()"),
  /** Counts days and events that a table lacks as empty. */
  GAPS(Owner.REPORT, "gaps", null, "ReportTarget.withGaps()"),

  /** Connects to a hosted server, or signs in to it again. */
  CONNECT("connect", "Connections.connect()"),
  /** Lists the connections. */
  LIST_CONNECTIONS("list_connections", "Connections.list()"),
  /** Lists the tools of a connection. */
  CONNECTION_TOOLS("connection_tools", "Connection.tools()"),
  /** Allows new and changed tools of a connection. */
  ALLOW_TOOLS("allow_tools", "Connection.allowAll()"),
  /** Calls a tool of a connection. */
  CALL_CONNECTION("call_connection", "Connection.call()"),
  /** Chooses the project of a connection. */
  CONNECTION_PROJECT("connection_project", "Connection.useProject()");

  /** Owners of parameters that belong to no single operation. */
  public static final class Owner {
    /** Owns what every workspace takes. */
    public static final String WORKSPACE = "workspace";

    /** Owns what every report takes beside its own. */
    public static final String REPORT = "report";

    private Owner() {}
  }

  private final String owner;
  private final Optional<String> parameter;
  private final Optional<String> choice;
  private final String java;

  Reference(String operation, String java) {
    this(operation, null, null, java);
  }

  Reference(String owner, @Nullable String parameter, @Nullable String choice, String java) {
    this.owner = owner;
    this.parameter = Optional.ofNullable(parameter);
    this.choice = Optional.ofNullable(choice);
    this.java = java;
  }

  /** Returns the id of the operation, or one of {@link Owner}. */
  public String owner() {
    return owner;
  }

  /** Returns the parameter in snake_case; empty if the reference is to the operation itself. */
  public Optional<String> parameter() {
    return parameter;
  }

  /** Returns the value of the parameter; empty unless the reference is to a certain one. */
  public Optional<String> choice() {
    return choice;
  }

  /** Returns the method or the constant of the library. */
  String java() {
    return java;
  }
}
