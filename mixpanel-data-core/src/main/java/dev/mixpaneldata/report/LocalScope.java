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
 * @param gaps whether a report may cover days or events that were never fetched into the table.
 *     Otherwise it is refused; with gaps the listener is warned and they count as empty
 * @param listener hears the SQL and warnings
 */
public record LocalScope(
    String table,
    Optional<String> profiles,
    Optional<ZoneId> zone,
    ExpressionOptions expressions,
    boolean gaps,
    ReportListener listener) {

  /** A table with all defaults. */
  public static LocalScope of(String table) {
    return new LocalScope(
        table,
        Optional.empty(),
        Optional.empty(),
        ExpressionOptions.defaults(),
        false,
        ReportListener.SILENT);
  }

  public LocalScope withProfiles(String name) {
    return new LocalScope(table, Optional.of(name), zone, expressions, gaps, listener);
  }

  public LocalScope withZone(ZoneId value) {
    return new LocalScope(table, profiles, Optional.of(value), expressions, gaps, listener);
  }

  public LocalScope withExpressions(ExpressionOptions options) {
    return new LocalScope(table, profiles, zone, options, gaps, listener);
  }

  public LocalScope withGaps() {
    return new LocalScope(table, profiles, zone, expressions, true, listener);
  }

  public LocalScope withListener(ReportListener value) {
    return new LocalScope(table, profiles, zone, expressions, gaps, value);
  }
}
