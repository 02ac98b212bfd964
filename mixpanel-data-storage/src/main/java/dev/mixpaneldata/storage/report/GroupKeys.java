package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.report.Grouping;
import dev.mixpaneldata.storage.expression.ExpressionCompiler;
import dev.mixpaneldata.storage.expression.SegmentKey;
import dev.mixpaneldata.storage.expression.SqlValues;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The names of the segments of a breakdown, as SQL. */
final class GroupKeys {
  private GroupKeys() {}

  /** Returns the name of the segment that a row is in. */
  static SegmentKey key(ExpressionCompiler compiler, Grouping by) {
    Expression on = Expression.on(by.property().orElseThrow());
    return by.bucketSize().isEmpty()
        ? compiler.key(on)
        : new SegmentKey(range(compiler.number(on), by), false);
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
