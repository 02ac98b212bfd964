package dev.mixpaneldata;

import dev.mixpaneldata.account.CredentialCheck;
import dev.mixpaneldata.account.CredentialReport;
import dev.mixpaneldata.account.ResolvedAccount;
import dev.mixpaneldata.app.App;
import dev.mixpaneldata.discovery.Discovery;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.export.Export;
import dev.mixpaneldata.export.ExportClient;
import dev.mixpaneldata.fetch.Fetch;
import dev.mixpaneldata.fetch.FetchContext;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.Lazy;
import dev.mixpaneldata.ingest.EventSource;
import dev.mixpaneldata.ingest.Ingest;
import dev.mixpaneldata.ingest.IngestContext;
import dev.mixpaneldata.jql.Jql;
import dev.mixpaneldata.profile.ProfileClient;
import dev.mixpaneldata.profile.Profiles;
import dev.mixpaneldata.report.AutoReports;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.Source;
import dev.mixpaneldata.report.live.LiveReports;
import dev.mixpaneldata.report.saved.SavedReports;
import dev.mixpaneldata.store.LocalTable;
import dev.mixpaneldata.store.Sql;
import dev.mixpaneldata.store.SqlQuery;
import dev.mixpaneldata.store.SqlResult;
import dev.mixpaneldata.store.Store;
import dev.mixpaneldata.store.StoreInfo;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable Reports chosenReports;

  Workspace(Lazy<Project> project, Lazy<Store> store) {
    this(project, store, null);
  }

  private Workspace(Lazy<Project> project, Lazy<Store> store, @Nullable Reports chosenReports) {
    this.project = project;
    this.store = store;
    this.chosenReports = chosenReports;
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

  /** Reports, computed by Mixpanel unless {@link #reporting} chose otherwise. */
  public Reports reports() {
    return chosenReports == null ? liveReports() : chosenReports;
  }

  /** Reports, computed by Mixpanel or from local tables. */
  public Reports reports(Source source) {
    return reports(source, ReportListener.SILENT, scope -> scope);
  }

  /**
   * The same.
   *
   * @param listener hears who answered, and the SQL of local answers
   * @param change how local tables are asked
   */
  public Reports reports(Source source, ReportListener listener, UnaryOperator<LocalScope> change) {
    List<AutoReports.Answerer> answerers = new ArrayList<>();
    if (source != Source.LIVE) {
      tables().list().stream()
          .filter(table -> table.type() == TableType.EVENTS)
          .sorted(Comparator.comparing(TableInfo::fetchedAt).reversed())
          .map(TableInfo::name)
          .forEach(
              name ->
                  answerers.add(
                      new AutoReports.Answerer(
                          "the local table '" + name + "'",
                          local(name)
                              .with(change)
                              .with(scope -> scope.withListener(listener))
                              // Mixpanel knows more of a day that was not over.
                              .with(
                                  scope -> source == Source.AUTO ? scope.withSettledDays() : scope)
                              .reports())));
    }
    if (source != Source.LOCAL) {
      answerers.add(new AutoReports.Answerer("Mixpanel", liveReports()));
    }
    boolean aboutAll = change.apply(LocalScope.of("")).cohort().isEmpty();
    return new AutoReports(answerers, listener, aboutAll);
  }

  /** Those that {@link #reporting} chose, or else local ones: for what Mixpanel's API lacks. */
  public Reports localReports() {
    return chosenReports == null ? reports(Source.LOCAL) : chosenReports;
  }

  /** The same workspace, whose reports are these. */
  public Workspace reporting(Reports reports) {
    return new Workspace(project, store, reports);
  }

  /**
   * The same workspace, that asks Mixpanel for names and saved things even where the answers are
   * kept, and keeps the new ones: {@code workspace.refreshing().discovery().events()}.
   */
  public Workspace refreshing() {
    return new Workspace(new Lazy<>(() -> project.get().refreshing()), store, chosenReports);
  }

  private Reports liveReports() {
    Project p = project.get();
    return new LiveReports(p.http(), p.pacer(), p.shiftedInto(), discovery()::knownFunnelName);
  }

  /** Reports that are defined at Mixpanel or in its own form. */
  public SavedReports savedReports() {
    Project p = project.get();
    return new SavedReports(p.http(), app().bookmarks(), p.pacer());
  }

  /** Names, values and saved things of the project. */
  public Discovery discovery() {
    Project p = project.get();
    return new Discovery(p.http(), p.cache());
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
    return new LocalTable(store.get(), LocalScope.of(table));
  }

  /** The rows of one SQL query on the local tables. */
  public SqlResult sql(String query) {
    return store.get().sql().query(SqlQuery.of(query));
  }

  /** SQL on the local tables, with time limits and in constant memory. */
  public Sql queries() {
    return store.get().sql();
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
