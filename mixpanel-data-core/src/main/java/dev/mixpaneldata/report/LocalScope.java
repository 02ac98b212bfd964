package dev.mixpaneldata.report;

import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.operation.WithBuilder;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The data and settings from which local reports are computed. Each {@code with…} step returns a
 * new scope.
 *
 * @param table the local table of events
 * @param profiles the local table of profiles that {@code user["…"]} reads; unless named, the only
 *     one there is
 * @param zone the project's time zone, by whose clock days and other buckets are cut; unless given,
 *     that of the table's project if it is older, otherwise UTC
 * @param expressions choices that the expression language leaves open
 * @param cohort the users whose events count; all users unless given
 * @param gaps whether a report may cover days or events that were never fetched into the table.
 *     Otherwise it is refused; with gaps the listener is warned and they count as empty
 * @param settled whether the days asked for must have been over when the table was fetched;
 *     otherwise a report may include a day that is not complete, as at Mixpanel
 * @param listener hears the SQL and warnings
 */
@WithBuilder
public record LocalScope(
    String table,
    Optional<String> profiles,
    Optional<ZoneId> zone,
    ExpressionOptions expressions,
    Optional<Cohort> cohort,
    boolean gaps,
    boolean settled,
    ReportListener listener)
    implements LocalScopeBuilder.With {

  /** Creates the scope of a table with all defaults. */
  public static LocalScope of(String table) {
    return new LocalScope(
        table,
        Optional.empty(),
        Optional.empty(),
        ExpressionOptions.defaults(),
        Optional.empty(),
        false,
        false,
        ReportListener.SILENT);
  }
}
