package dev.mixpaneldata.report;

import dev.mixpaneldata.expression.ExpressionOptions;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What local reports are computed from, and how. Each {@code with…} step gives a new scope.
 *
 * @param table the local table of events
 * @param profiles the local table of profiles that {@code user["…"]} reads; the only one there is
 *     where none is named
 * @param zone the project's time zone, by whose clock days and other buckets are cut; where none is
 *     given that of the table's older project, or else UTC
 * @param expressions what the expression language leaves open
 * @param cohort whose events count; all users' where none is given
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

  /** A table with all defaults. */
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

  /** Another table, asked in the same way. */
  public LocalScope withTable(String name) {
    return new LocalScope(name, profiles, zone, expressions, cohort, gaps, settled, listener);
  }

  public LocalScope withProfiles(String name) {
    return new LocalScope(
        table, Optional.of(name), zone, expressions, cohort, gaps, settled, listener);
  }

  public LocalScope withZone(ZoneId value) {
    return new LocalScope(
        table, profiles, Optional.of(value), expressions, cohort, gaps, settled, listener);
  }

  public LocalScope withExpressions(ExpressionOptions options) {
    return new LocalScope(table, profiles, zone, options, cohort, gaps, settled, listener);
  }

  public LocalScope withCohort(Cohort users) {
    return new LocalScope(
        table, profiles, zone, expressions, Optional.of(users), gaps, settled, listener);
  }

  public LocalScope withGaps() {
    return new LocalScope(table, profiles, zone, expressions, cohort, true, settled, listener);
  }

  public LocalScope withSettledDays() {
    return new LocalScope(table, profiles, zone, expressions, cohort, gaps, true, listener);
  }

  public LocalScope withListener(ReportListener value) {
    return new LocalScope(table, profiles, zone, expressions, cohort, gaps, settled, value);
  }
}
