package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.Grouping;
import dev.mixpaneldata.storage.expression.ExpressionCompiler;
import dev.mixpaneldata.storage.expression.SegmentKey;
import dev.mixpaneldata.storage.expression.SqlValues;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The names of the segments of a breakdown, as SQL. */
final class GroupKeys {
  private GroupKeys() {}

  /** Returns the name of the segment that a row is in. */
  static SegmentKey key(
      ReportContext session, EventRows rows, ExpressionCompiler compiler, Grouping by)
      throws SQLException {
    Optional<Cohort> users = by.users();
    if (users.isPresent()) {
      return new SegmentKey(
          cohort(rows.member(new CohortUsers(session).condition(users.get())), by), !by.others());
    }
    Expression on = Expression.on(by.property().orElseThrow());
    return by.bucketSize().isEmpty()
        ? compiler.key(on)
        : new SegmentKey(range(compiler.number(on), by), false);
  }

  /** Returns both sides, or a list of one or no segment where the others are left out. */
  private static String cohort(String member, Grouping by) {
    String name = SqlValues.text(by.cohortTitle());
    return by.others()
        ? "CASE WHEN " + member + " THEN " + name + " ELSE " + SqlValues.text(by.outside()) + " END"
        : "CASE WHEN " + member + " THEN [" + name + "] ELSE [] END";
  }

  private static String range(String number, Grouping by) {
    String min = SqlValues.number(by.min().orElseThrow());
    String max = SqlValues.number(by.max().orElseThrow());
    String size = SqlValues.number(by.bucketSize().orElseThrow());
    String ranges =
        IntStream.range(0, by.ranges())
            .mapToObj(index -> SqlValues.text(by.range(index)))
            .collect(Collectors.joining(", ", "[", "]"));
    String n = "(" + number + ")";
    return "CASE WHEN "
        + n
        + " IS NULL THEN 'undefined' WHEN "
        + n
        + " < "
        + min
        + " THEN "
        + SqlValues.text(by.below())
        + " WHEN "
        + n
        + " >= "
        + max
        + " THEN "
        + SqlValues.text(by.above())
        + " ELSE "
        + ranges
        + "[floor(("
        + n
        + " - "
        + min
        + ") / "
        + size
        + ")::INTEGER + 1] END";
  }
}
