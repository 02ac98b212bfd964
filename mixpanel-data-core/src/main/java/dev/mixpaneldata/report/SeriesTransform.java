package dev.mixpaneldata.report;

import dev.mixpaneldata.operation.Param;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A change of a series after it was counted (page on Insights). It leaves each bucket by itself,
 * averages the last ones, or adds them up so far.
 *
 * @param rolling the number of buckets up to each that are averaged; fewer at the beginning of the
 *     range
 * @param cumulative the sum of all buckets up to each; for users this is not a number of users,
 *     since a user counts again in each bucket
 */
public record SeriesTransform(
    @Param(help = "Rolling average over this number of buckets") Optional<Integer> rolling,
    @Param(help = "Running sum of all buckets so far") boolean cumulative) {
  /** Leaves each bucket by itself. */
  public static final SeriesTransform NONE = new SeriesTransform(Optional.empty(), false);

  /** Adds all buckets up to each. */
  public static final SeriesTransform SUM = new SeriesTransform(Optional.empty(), true);

  private static final int MOST_BUCKETS = 366;

  public SeriesTransform {
    Checks.refuse(
        rolling.filter(n -> n < 1 || n > MOST_BUCKETS).isPresent(),
        "An average of " + rolling.orElse(0) + " buckets is requested.",
        "Choose 1 to " + MOST_BUCKETS + ".");
    Checks.refuse(
        rolling.isPresent() && cumulative,
        "Both a rolling average and a running sum are requested.",
        "Ask for one of them.");
  }

  /** Returns the average of this number of buckets up to each. */
  public static SeriesTransform average(int buckets) {
    return new SeriesTransform(Optional.of(buckets), false);
  }

  /** Applies the change to each segment's numbers, given buckets in order. */
  Map<String, Map<String, Number>> apply(
      Map<String, ? extends Map<String, ? extends Number>> series) {
    Map<String, Map<String, Number>> made = new LinkedHashMap<>();
    series.forEach((segment, numbers) -> made.put(segment, of(new TreeMap<>(numbers))));
    return made;
  }

  private Map<String, Number> of(TreeMap<String, ? extends Number> numbers) {
    Map<String, Number> made = new TreeMap<>();
    if (cumulative) {
      long sum = 0;
      for (Map.Entry<String, ? extends Number> bucket : numbers.entrySet()) {
        sum += bucket.getValue().longValue();
        made.put(bucket.getKey(), sum);
      }
      return made;
    }
    List<Number> values = List.copyOf(numbers.values());
    List<String> buckets = List.copyOf(numbers.keySet());
    for (int i = 0; i < values.size(); i++) {
      made.put(buckets.get(i), at(values, i));
    }
    return made;
  }

  private Number at(List<Number> values, int place) {
    if (rolling.isEmpty()) {
      return values.get(place);
    }
    return values.subList(Math.max(0, place + 1 - rolling.get()), place + 1).stream()
        .mapToDouble(Number::doubleValue)
        .average()
        .orElse(0);
  }
}
