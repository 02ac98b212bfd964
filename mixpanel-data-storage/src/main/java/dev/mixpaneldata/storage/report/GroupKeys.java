package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.report.Grouping;
import dev.mixpaneldata.storage.expression.ExpressionCompiler;
import dev.mixpaneldata.storage.expression.SegmentKey;
import dev.mixpaneldata.storage.expression.SqlValues;

/** The segments of a breakdown, as SQL and by name. */
final class GroupKeys {
  private static final String UNDEFINED = "undefined";
  private static final String BELOW = "below";
  private static final String ABOVE = "above";

  private GroupKeys() {}

  /** Returns the segment that a row is in; a range of numbers has its number, counted from 0. */
  static SegmentKey key(ExpressionCompiler compiler, Grouping by) {
    Expression on = Expression.on(by.property().orElseThrow());
    if (by.bucketSize().isEmpty()) {
      return compiler.key(on);
    }
    String number = "(" + compiler.number(on) + ")";
    double min = by.min().orElse(0.0);
    return new SegmentKey(
        "CASE WHEN %1$s IS NULL THEN '%2$s' WHEN %1$s < %3$s THEN '%4$s' WHEN %1$s >= %5$s THEN '%6$s' ELSE floor((%1$s - %3$s) / %7$s)::BIGINT::VARCHAR END"
            .formatted(
                number,
                UNDEFINED,
                literal(min),
                BELOW,
                literal(by.max().orElse(0.0)),
                ABOVE,
                literal(by.bucketSize().get())),
        false);
  }

  private static String literal(double number) {
    return SqlValues.number(number);
  }

  /** Returns the name of a segment in answers. */
  static String name(Grouping by, String segment) {
    if (by.bucketSize().isEmpty()) {
      return segment;
    }
    return switch (segment) {
      case UNDEFINED -> segment;
      case BELOW -> by.below();
      case ABOVE -> by.above();
      default -> by.range(Long.parseLong(segment));
    };
  }
}
