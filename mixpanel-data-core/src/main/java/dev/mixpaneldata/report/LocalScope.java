package dev.mixpaneldata.report;

import dev.mixpaneldata.expression.ExpressionOptions;
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
public record LocalScope(
    String table,
    Optional<String> profiles,
    Optional<ZoneId> zone,
    ExpressionOptions expressions,
    Optional<Cohort> cohort,
    boolean gaps,
    boolean settled,
    ReportListener listener) {

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

  /** Returns this scope for another table. */
  public LocalScope withTable(String name) {
    return new LocalScope(name, profiles, zone, expressions, cohort, gaps, settled, listener);
  }

  /** Returns this scope with a table of profiles. */
  public LocalScope withProfiles(String name) {
    return new LocalScope(
        table, Optional.of(name), zone, expressions, cohort, gaps, settled, listener);
  }

  /** Returns this scope with the project's time zone. */
  public LocalScope withZone(ZoneId value) {
    return new LocalScope(
        table, profiles, Optional.of(value), expressions, cohort, gaps, settled, listener);
  }

  /** Returns this scope with other choices for expressions. */
  public LocalScope withExpressions(ExpressionOptions options) {
    return new LocalScope(table, profiles, zone, options, cohort, gaps, settled, listener);
  }

  /** Returns this scope, counting only the events of these users. */
  public LocalScope withCohort(Cohort users) {
    return new LocalScope(
        table, profiles, zone, expressions, Optional.of(users), gaps, settled, listener);
  }

  /** Returns this scope, allowing reports to cover days or events that were never fetched. */
  public LocalScope withGaps() {
    return new LocalScope(table, profiles, zone, expressions, cohort, true, settled, listener);
  }

  /** Returns this scope, refusing days that were not over when the table was fetched. */
  public LocalScope withSettledDays() {
    return new LocalScope(table, profiles, zone, expressions, cohort, gaps, true, listener);
  }

  /** Returns this scope with a listener. */
  public LocalScope withListener(ReportListener value) {
    return new LocalScope(table, profiles, zone, expressions, cohort, gaps, settled, value);
  }
}
