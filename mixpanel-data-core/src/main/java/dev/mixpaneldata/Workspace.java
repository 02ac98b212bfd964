package dev.mixpaneldata;

import dev.mixpaneldata.export.Export;
import dev.mixpaneldata.export.ExportClient;
import dev.mixpaneldata.fetch.Fetch;
import dev.mixpaneldata.fetch.FetchContext;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.profile.ProfileClient;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.store.LocalTable;
import dev.mixpaneldata.store.Sql;
import dev.mixpaneldata.store.SqlQuery;
import dev.mixpaneldata.store.SqlResult;
import dev.mixpaneldata.store.Store;
import dev.mixpaneldata.store.Tables;

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
 * database file is opened for each operation alone. Thread-safe.
 */
public final class Workspace implements AutoCloseable {
  private final Lazy<Project> project;
  private final Lazy<Store> store;

  Workspace(Lazy<Project> project, Lazy<Store> store) {
    this.project = project;
    this.store = store;
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
    return new Fetch(
        new FetchContext(
            p.credentials().projectId(),
            p.credentials().region().id(),
            p.zone(),
            p.dataDirectory(),
            p.http(),
            p.waits(),
            p.pacer(),
            store.get().loader()));
  }

  /** Events and profiles as streams, without a table. */
  public Export export() {
    Project p = project.get();
    return new Export(new ExportClient(p.http()), new ProfileClient(p.http()), p.zone());
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

  /** Whose project this is; {@code CREDENTIALS_MISSING} says how to give credentials. */
  public Credentials credentials() {
    return project.get().credentials();
  }

  /** The HTTP client behind the typed ones, for calls that have none yet. */
  public MixpanelHttp http() {
    return project.get().http();
  }

  /** Nothing is held between operations; closing is for symmetry and later needs. */
  @Override
  public void close() {}
}
