package dev.mixpaneldata.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one metric, of all or of one segment.
 *
 * @param metric the name of the metric or formula
 * @param segment the values that it is split by, the outermost first; empty for all, and shorter
 *     than the breakdown for the whole of an inner level
 * @param values the numbers by bucket, in order of time; {@code all} is the bucket of a total.
 *     Whole numbers are {@code Long}, others {@code Double}; null where there is none, such as the
 *     mean of nothing
 * @param previous the numbers of the period that it is compared with, by the bucket in whose place
 *     they stand
 * @param change the change since then as a fraction, by bucket; null where it is unknown or the
 *     number was 0
 */
public record InsightsLine(
    String metric,
    List<String> segment,
    Map<String, @Nullable Number> values,
    Map<String, @Nullable Number> previous,
    Map<String, @Nullable Number> change) {
  /** Below it every whole number is a double. */
  private static final double MOST_EXACT = 1L << 53;

  public InsightsLine {
    segment = List.copyOf(segment);
    values = numbers(values);
    previous = numbers(previous);
    change = numbers(change);
  }

  private static Map<String, @Nullable Number> numbers(Map<String, @Nullable Number> given) {
    Map<String, @Nullable Number> numbers = new LinkedHashMap<>();
    given.forEach((bucket, number) -> numbers.put(bucket, number(number)));
    return Collections.unmodifiableMap(numbers);
  }

  private static @Nullable Number number(@Nullable Number given) {
    if (given == null || given instanceof Long) {
      return given;
    }
    double value = given.doubleValue();
    boolean whole = value == Math.rint(value) && Math.abs(value) < MOST_EXACT;
    return whole ? (Number) (long) value : (Number) value;
  }

  /** Returns a line without a comparison. */
  public static InsightsLine of(
      String metric, List<String> segment, Map<String, @Nullable Number> values) {
    return new InsightsLine(metric, segment, values, Map.of(), Map.of());
  }

  /**
   * Returns this line compared with an earlier one, whose numbers are matched by place: the periods
   * differ in their dates.
   */
  public InsightsLine comparedWith(Map<String, @Nullable Number> earlier) {
    Map<String, @Nullable Number> before = new LinkedHashMap<>();
    Map<String, @Nullable Number> changes = new LinkedHashMap<>();
    List<@Nullable Number> numbers = new ArrayList<>(earlier.values());
    int place = 0;
    for (Map.Entry<String, @Nullable Number> now : values.entrySet()) {
      @Nullable Number then = place < numbers.size() ? numbers.get(place) : null;
      before.put(now.getKey(), then);
      changes.put(now.getKey(), change(now.getValue(), then));
      place++;
    }
    return new InsightsLine(metric, segment, values, before, changes);
  }

  private static @Nullable Number change(@Nullable Number now, @Nullable Number then) {
    return now == null || then == null || then.doubleValue() == 0
        ? null
        : (Number) ((now.doubleValue() - then.doubleValue()) / then.doubleValue());
  }
}
