package dev.mixpaneldata;

import dev.mixpaneldata.account.CredentialCheck;
import dev.mixpaneldata.account.CredentialReport;
import dev.mixpaneldata.account.ResolvedAccount;
import dev.mixpaneldata.app.App;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.discovery.Discovery;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.export.Export;
import dev.mixpaneldata.export.ExportClient;
import dev.mixpaneldata.fetch.Fetch;
import dev.mixpaneldata.fetch.FetchContext;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.ingest.EventSource;
import dev.mixpaneldata.ingest.Ingest;
import dev.mixpaneldata.ingest.IngestContext;
import dev.mixpaneldata.internal.Lazy;
import dev.mixpaneldata.jql.Jql;
import dev.mixpaneldata.profile.ProfileClient;
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
import dev.mixpaneldata.store.StoreInfo;
import dev.mixpaneldata.store.Tables;
import dev.mixpaneldata.store.spi.Store;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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
 * <p>Opening one costs nothing: credentials are looked for with the first call of Mixpanel, and the
 * database file is open while it is used and for a moment after. Thread-safe.
 */
public final class Workspace implements AutoCloseable {
  private final Lazy<Project> project;
  private final Lazy<Store> store;
  private final ReportSources sources;

  Workspace(Lazy<Project> project, Lazy<Store> store) {
    this.project = project;
    this.store = store;
    this.sources = new ReportSources(() -> project.get().liveReports(), store::get);
  }

  /** The project of the environment or the configuration file. */
  public static Workspace open() {
    return builder().open();
  }

  /** A workspace with choices of your own. */
  public static WorkspaceBuilder builder() {
    return new WorkspaceBuilder();
  }

  /** Filling local tables. */
  public Fetch fetch() {
    Project p = project.get();
    Credentials credentials = p.account().credentials();
    return new Fetch(
        new FetchContext(
            credentials.projectId(),
            credentials.region().id(),
            p.shiftedInto(),
            p.account().timeZone().isPresent(),
            p.account().dataDirectory(),
            p.http(),
            p.waits(),
            p.pacer(),
            store.get().loader()));
  }

  /** Sending events, profiles and lookup tables to Mixpanel. */
  public Ingest ingest() {
    Project p = project.get();
    Credentials credentials = p.account().credentials();
    return new Ingest(
        new IngestContext(
            credentials.projectId(),
            credentials.region().id(),
            p.token(),
            p.account().dataDirectory(),
            p.http(),
            p.waits(),
            p.pacer()));
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
    return new Export(new ExportClient(p.http()), new ProfileClient(p.http()), p.shiftedInto());
  }

  /** Reports computed by Mixpanel, or from local tables where Mixpanel's API lacks them. */
  public Reports reports() {
    return reports(ReportTarget.USUAL);
  }

  /** Reports computed by whom the target names; a target that splits by cohorts is refused. */
  public Reports reports(ReportTarget target) {
    return reports(target, ReportListener.SILENT);
  }

  /**
   * Reports computed by whom the target names.
   *
   * @param listener hears who answered, and the SQL and warnings of local answers
   */
  public Reports reports(ReportTarget target, ReportListener listener) {
    return sources.reports(target, listener);
  }

  /**
   * Asks for a report once for the users of each cohort that the target splits by, and once for all
   * others: {@code reports -> reports.segmentation(request)}.
   */
  public CohortBreakdown reportsByCohort(
      ReportTarget target, ReportListener listener, Function<Reports, ReportResult> question) {
    return sources.byCohort(target, listener, question);
  }

  /** Reports that are defined at Mixpanel or in its own form. */
  public SavedReports savedReports() {
    Project p = project.get();
    return new SavedReports(p.http(), app().bookmarks(), p.pacer());
  }

  /** Names, values and saved things of the project. */
  public Discovery discovery() {
    return project.get().discovery();
  }

  /** What Mixpanel's web application manages. */
  public App app() {
    Project p = project.get();
    return new App(p.http(), p.cache());
  }

  /** Questions about profiles. */
  public Profiles profiles() {
    return new Profiles(project.get().http());
  }

  /** Scripts that run at Mixpanel. */
  public Jql jql() {
    return new Jql(project.get().http());
  }

  /** The local tables. */
  public Tables tables() {
    return store.get().tables();
  }

  /** One local table of events, for reports on it. */
  public LocalTable local(String table) {
    return new LocalTable(store.get()::reports, LocalScope.of(table));
  }

  /** SQL on the local tables, with time limits and in constant memory. */
  public Sql sql() {
    return store.get().sql();
  }

  /** The rows of one SQL query on the local tables; short for {@code sql().query(…)}. */
  public SqlResult sql(String query) {
    return sql().query(SqlQuery.of(query));
  }

  /** The database file, the project and the tables; asks nobody and needs no credentials. */
  public WorkspaceInfo info() {
    StoreInfo info = tables().info();
    Optional<ResolvedAccount> known = knownAccount();
    return new WorkspaceInfo(
        info.path(),
        info.bytes() / 1e6,
        info.createdAt(),
        known.map(a -> a.credentials().projectId()),
        known.map(a -> a.credentials().region().id()),
        known.flatMap(ResolvedAccount::name),
        info.tables());
  }

  private Optional<ResolvedAccount> knownAccount() {
    try {
      return Optional.of(account());
    } catch (MixpanelDataException e) {
      if (e.code() == ErrorCode.CREDENTIALS_MISSING) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Finds out whether the credentials work, and if not, why. At most one query of the hour's 60.
   */
  public CredentialReport checkCredentials() {
    return CredentialCheck.of(account());
  }

  /** Whose project this is; {@code CREDENTIALS_MISSING} says how to give credentials. */
  public ResolvedAccount account() {
    return project.get().account();
  }

  /** The HTTP client behind the typed ones, for calls that have none yet. */
  public MixpanelHttp http() {
    return project.get().http();
  }

  /** Closes the database file at once, which else happens a moment after the last read. */
  @Override
  public void close() {
    store.made().ifPresent(Store::release);
  }
}
