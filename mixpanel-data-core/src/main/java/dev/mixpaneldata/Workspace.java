package dev.mixpaneldata;

import dev.mixpaneldata.account.CredentialCheck;
import dev.mixpaneldata.account.CredentialReport;
import dev.mixpaneldata.account.ResolvedAccount;
import dev.mixpaneldata.app.App;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.discovery.Discovery;
import dev.mixpaneldata.discovery.NameLookup;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.export.Export;
import dev.mixpaneldata.fetch.Fetch;
import dev.mixpaneldata.fetch.FetchListener;
import dev.mixpaneldata.fetch.FetchPlan;
import dev.mixpaneldata.fetch.FetchPlanRequest;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.fetch.FileLoad;
import dev.mixpaneldata.fetch.LoadEvents;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.ingest.EventSource;
import dev.mixpaneldata.ingest.Ingest;
import dev.mixpaneldata.internal.Lazy;
import dev.mixpaneldata.internal.live.LiveScope;
import dev.mixpaneldata.jql.Jql;
import dev.mixpaneldata.lake.LakeFolder;
import dev.mixpaneldata.profile.Profiles;
import dev.mixpaneldata.report.CohortBreakdown;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.ReportTarget;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.saved.SavedReports;
import dev.mixpaneldata.store.LocalTable;
import dev.mixpaneldata.store.Sql;
import dev.mixpaneldata.store.SqlQuery;
import dev.mixpaneldata.store.SqlResult;
import dev.mixpaneldata.store.Tables;
import dev.mixpaneldata.store.spi.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * A Mixpanel project: its API and its local copy.
 *
 * <pre>{@code
 * try (Workspace workspace = Workspace.open()) {
 *   workspace.fetch().events(FetchEvents.of("january", DateRange.of("2026-01-01", "2026-01-31")));
 *   workspace.sql("SELECT event_name, count(*) FROM january GROUP BY ALL").rows().forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>Opening a workspace costs nothing. Credentials are looked up at the first call to Mixpanel;
 * the database file is open while it is used and for a moment after. Thread-safe.
 */
public final class Workspace implements AutoCloseable {
  private final Lazy<Project> project;
  private final Lazy<Store> store;
  private final Clock clock;
  private final ReportSources sources;

  Workspace(Lazy<Project> project, Lazy<Store> store, Clock clock) {
    this.project = project;
    this.store = store;
    this.clock = clock;
    this.sources =
        new ReportSources(
            scope -> project.get().liveReports(scope),
            scope -> project.get().liveReportsAtOnce(scope),
            store::get,
            () -> project.get().knownFunnels());
  }

  /** Opens the project of the environment or, without one, of the configuration file. */
  public static Workspace open() {
    return builder().open();
  }

  /** Returns a builder of a workspace with other settings. */
  public static WorkspaceBuilder builder() {
    return new WorkspaceBuilder();
  }

  /** Returns the fetches that fill local tables. */
  public Fetch fetch() {
    Project p = project.get();
    return new Fetch(p.account(), p.http(), p.waits(), p.pacer(), store.get().loader());
  }

  /**
   * Returns what a fetch of events would take: calls, days, and about how many events, megabytes
   * and minutes. Makes no call unless the request allows it.
   */
  public FetchPlan fetchPlan(FetchPlanRequest request) {
    Project p = project.get();
    return fetch()
        .plan(request, tables(), p.discoveryAtOnce(), p.liveReportsAtOnce(LiveScope.USUAL));
  }

  /** Sending events, profiles and lookup tables to Mixpanel. */
  public Ingest ingest() {
    Project p = project.get();
    return new Ingest(p.account(), p.token(), p.http(), p.waits(), p.pacer());
  }

  /** The events of a local table, to be imported: into another project, say. */
  public EventSource eventsOf(String table) {
    return sink -> store.get().events().table(table, sink::add);
  }

  /**
   * The events of a Parquet file, to be imported: one that a table was exported to, or one with the
   * columns {@code event} and {@code time}, where every other is a property.
   *
   * @param columns the name of a property, {@code event} or {@code time}, by the name of its column
   */
  public EventSource eventsOf(Path parquet, Map<String, String> columns) {
    return sink -> store.get().events().parquet(parquet, columns, sink::add);
  }

  /** Events and profiles as streams, without a table. */
  public Export export() {
    Project p = project.get();
    return new Export(p.http(), days -> p.times().of(days));
  }

  /**
   * Returns the reports computed by Mixpanel, or from local tables where Mixpanel's API lacks them.
   */
  public Reports reports() {
    return reports(ReportTarget.USUAL);
  }

  /**
   * Returns the reports computed by the source that the target names.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if the target splits by cohorts
   */
  public Reports reports(ReportTarget target) {
    return reports(target, ReportListener.SILENT);
  }

  /**
   * Returns the reports computed by the source that the target names.
   *
   * @param listener receives who answered, and the SQL and warnings of local answers
   */
  public Reports reports(ReportTarget target, ReportListener listener) {
    return sources.reports(target, listener);
  }

  /**
   * Computes a report for the users of each cohort that the target splits by, and for all other
   * users: {@code reports -> reports.segmentation(request)}.
   */
  public CohortBreakdown reportsByCohort(
      ReportTarget target, ReportListener listener, Function<Reports, ReportResult> question) {
    return sources.byCohort(target, listener, question);
  }

  /** Returns the reports that are defined at Mixpanel or in its own format. */
  public SavedReports savedReports() {
    Project p = project.get();
    return new SavedReports(p.http(), app().bookmarks(), p.pacer());
  }

  /** Returns the names, values and saved objects of the project. */
  public Discovery discovery() {
    return project.get().discovery();
  }

  /**
   * Returns the names and values of the project from Mixpanel or, where it cannot be asked now,
   * from the local tables.
   *
   * @param listener receives who answered, if local tables did
   */
  public NameLookup names(ReportListener listener) {
    return new NameLookup(
        () -> project.get().discovery(),
        () -> project.get().discoveryAtOnce(),
        store::get,
        () -> project.get().pacer().clock(),
        listener);
  }

  /** Returns the objects that Mixpanel's web application manages. */
  public App app() {
    Project p = project.get();
    return new App(p.http(), p.pacer(), p.token());
  }

  /** Returns the queries of profiles. */
  public Profiles profiles() {
    return new Profiles(project.get().http());
  }

  /** Returns the client of JQL, Mixpanel's scripts. */
  public Jql jql() {
    return new Jql(project.get().http());
  }

  /** Returns the local tables. */
  public Tables tables() {
    return store.get().tables();
  }

  /** Returns one local table of events, for reports on it. */
  public LocalTable local(String table) {
    return new LocalTable(store.get()::reports, LocalScope.of(table));
  }

  /**
   * Returns the data lake in a local folder, which need not exist.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} for an address of an object store
   */
  public Lake lake(Path folder) {
    return new Lake(LakeFolder.of(folder), project, store, this::fetch, clock);
  }

  /** Loads events from files as {@link #load(LoadEvents, FetchListener)} does. */
  public FetchResult load(LoadEvents request) {
    return load(request, FetchListener.NONE);
  }

  /**
   * Loads events from files into a local table: from a lake, or from the files of Mixpanel's
   * pipelines and its raw export, which are known by their columns. Needs no credentials.
   *
   * @throws MixpanelDataException {@code NOT_FOUND} if there are no files, {@code INVALID_ARGUMENT}
   *     for files in another form, {@code TABLE_EXISTS}
   */
  public FetchResult load(LoadEvents request, FetchListener listener) {
    Path directory = Objects.requireNonNull(tables().info().path().toAbsolutePath().getParent());
    return new FileLoad(store.get(), directory, this::owner, clock).load(request, listener);
  }

  private FileLoad.TableOwner owner() {
    try {
      Credentials credentials = account().credentials();
      return new FileLoad.TableOwner(credentials.projectId(), credentials.region().id());
    } catch (MixpanelDataException e) {
      if (e.code() != ErrorCode.CREDENTIALS_MISSING) {
        throw e;
      }
      return FileLoad.TableOwner.UNKNOWN;
    }
  }

  /** Returns the SQL interface to the local tables, with time limits and constant memory. */
  public Sql sql() {
    return store.get().sql();
  }

  /**
   * Runs one SQL query on the local tables and returns its rows; short for {@code sql().query(…)}.
   */
  public SqlResult sql(String query) {
    return sql().query(SqlQuery.of(query));
  }

  /**
   * Returns the day, the project, the local tables with their days and events, and the calls that
   * are left. Needs no credentials. Asks Mixpanel for the project's name and time zone at most once
   * in five minutes; that counts against no budget, and a refusal leaves them unknown.
   */
  public WorkspaceInfo info() {
    return new WorkspaceFacts(project, tables(), clock).info();
  }

  /**
   * Checks whether the credentials work, and if not, why. Takes at most one of the hour's 60
   * queries.
   */
  public CredentialReport checkCredentials() {
    return CredentialCheck.of(account(), project.get().pacer(), http().quota());
  }

  /**
   * Returns the account of this workspace.
   *
   * @throws MixpanelDataException {@code CREDENTIALS_MISSING} if there are no credentials; its hint
   *     says how to give them
   */
  public ResolvedAccount account() {
    return project.get().account();
  }

  /** Returns the HTTP client behind the typed ones, for calls without a typed client. */
  public MixpanelHttp http() {
    return project.get().http();
  }

  /** Closes the database file at once. Otherwise it closes a moment after the last read. */
  @Override
  public void close() {
    store.made().ifPresent(Store::release);
  }
}
