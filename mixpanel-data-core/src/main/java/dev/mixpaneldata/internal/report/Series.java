package dev.mixpaneldata.internal.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by segment and bucket. Buckets are in order of time; counts are {@code Long}, averages
 * {@code Double}.
 */
public final class Series {
  private Series() {}

  /** Returns a copy with a number for every named bucket; {@code zero} where there was none. */
  public static Map<String, Map<String, Number>> dense(
      Map<String, ? extends Map<String, ? extends Number>> sparse,
      Collection<String> buckets,
      Number zero) {
    Map<String, Map<String, Number>> dense = new LinkedHashMap<>();
    sparse.forEach(
        (segment, numbers) -> {
          Map<String, Number> filled = new TreeMap<>();
          buckets.forEach(bucket -> filled.put(bucket, zero));
          filled.putAll(numbers);
          dense.put(segment, filled);
        });
    return copy(dense);
  }

  /** Returns an unmodifiable copy, with segments in their order and buckets in order of time. */
  public static Map<String, Map<String, Number>> copy(
      Map<String, ? extends Map<String, ? extends Number>> series) {
    Map<String, Map<String, Number>> copy = new LinkedHashMap<>();
    series.forEach(
        (segment, numbers) ->
            copy.put(segment, Collections.unmodifiableMap(new TreeMap<>(numbers))));
    return Collections.unmodifiableMap(copy);
  }

  /** Returns a copy with the largest segment first; equal ones are in order of name. */
  public static Map<String, Map<String, Number>> largestFirst(
      Map<String, ? extends Map<String, ? extends Number>> series) {
    Map<String, Map<String, Number>> sorted = new LinkedHashMap<>();
    series.entrySet().stream()
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<String, ? extends Map<String, ? extends Number>> segment) ->
                        -sum(segment.getValue()))
                .thenComparing(Map.Entry::getKey))
        .forEach(segment -> sorted.put(segment.getKey(), new TreeMap<>(segment.getValue())));
    return copy(sorted);
  }

  /** Returns the sum of all numbers, each without its fraction. */
  public static long total(Map<String, ? extends Map<String, ? extends Number>> series) {
    return series.values().stream()
        .flatMap(numbers -> numbers.values().stream())
        .mapToLong(Number::longValue)
        .sum();
  }

  /** Returns one row for each bucket and segment, bucket by bucket. */
  public static List<List<@Nullable Object>> cells(Map<String, Map<String, Number>> series) {
    Map<String, List<List<@Nullable Object>>> rows = new TreeMap<>();
    series.forEach(
        (segment, numbers) ->
            numbers.forEach(
                (bucket, number) ->
                    rows.computeIfAbsent(bucket, b -> new ArrayList<>())
                        .add(Arrays.<@Nullable Object>asList(bucket, segment, number))));
    return rows.values().stream().flatMap(List::stream).toList();
  }

  private static double sum(Map<String, ? extends Number> numbers) {
    return numbers.values().stream().mapToDouble(Number::doubleValue).sum();
  }
}
