package dev.mixpaneldata.store;

import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.LocalScopeBuilder;
import dev.mixpaneldata.report.Reports;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A local table of events, as the source of reports:
 *
 * <pre>{@code
 * workspace.local("january").with(scope -> scope.zone(ZoneId.of("Europe/Berlin"))).reports()
 * }</pre>
 */
public final class LocalTable {
  private final Function<LocalScope, Reports> store;
  private final LocalScope scope;

  /**
   * Creates a table, which is looked up when a report runs.
   *
   * @param store makes reports on a table
   */
  public LocalTable(Function<LocalScope, Reports> store, LocalScope scope) {
    this.store = store;
    this.scope = scope;
  }

  /** Returns this table with another zone, table of profiles, or listener. */
  public LocalTable with(Consumer<LocalScopeBuilder> change) {
    return new LocalTable(store, scope.with(change));
  }

  /** Returns reports that cost no quota. */
  public Reports reports() {
    return store.apply(scope);
  }
}
