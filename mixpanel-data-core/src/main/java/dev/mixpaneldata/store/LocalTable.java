package dev.mixpaneldata.store;

import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.Reports;
import java.util.function.UnaryOperator;

/**
 * One local table of events, to be reported on:
 *
 * <pre>{@code
 * workspace.local("january").with(scope -> scope.withZone(ZoneId.of("Europe/Berlin"))).reports()
 * }</pre>
 */
public final class LocalTable {
  private final Store store;
  private final LocalScope scope;

  /** A table of this store; it is looked for when a report runs. */
  public LocalTable(Store store, LocalScope scope) {
    this.store = store;
    this.scope = scope;
  }

  /** The same table with another zone, table of profiles, or listener. */
  public LocalTable with(UnaryOperator<LocalScope> change) {
    return new LocalTable(store, change.apply(scope));
  }

  /** Reports that cost no quota. */
  public Reports reports() {
    return store.reports(scope);
  }
}
