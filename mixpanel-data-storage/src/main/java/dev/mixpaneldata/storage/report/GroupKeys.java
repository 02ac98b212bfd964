package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.Grouping;
import dev.mixpaneldata.storage.expression.ExpressionCompiler;
import dev.mixpaneldata.storage.expression.SegmentKey;
import dev.mixpaneldata.storage.expression.SqlValues;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The names of the segments of a breakdown, as SQL. */
final class GroupKeys {
  private GroupKeys() {}

  /** Returns the joined name of the segment that a row is in; empty if nothing splits. */
  static Optional<SegmentKey> joined(
      ReportContext session, EventRows rows, List<Grouping> groupings) throws SQLException {
    ExpressionCompiler compiler = session.compiler(rows);
    Optional<SegmentKey> joined = Optional.empty();
    for (Grouping by : groupings) {
      SegmentKey key = key(session, rows, compiler, by);
      joined = Optional.of(joined.isEmpty() ? key : joined(joined.get(), key));
    }
    return joined;
  }

  /** Joins the names of two levels; an event with a list is in the segment of each element. */
  private static SegmentKey joined(SegmentKey outer, SegmentKey inner) {
    if (!outer.isList() && !inner.isList()) {
      return new SegmentKey("(" + outer.sql() + ") || ', ' || (" + inner.sql() + ")", false);
    }
    String pairs =
        "flatten(list_transform(%s, lambda outer_name: list_transform(%s, lambda inner_name:"
            + " outer_name || ', ' || inner_name)))";
    return new SegmentKey(pairs.formatted(list(outer), list(inner)), true);
  }

  private static String list(SegmentKey key) {
    return key.isList() ? key.sql() : "[" + key.sql() + "]";
  }

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
