package dev.mixpaneldata.mcp.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Sums over series of numbers by segment and bucket. */
final class Totals {
  private Totals() {}

  /** Of all segments, by bucket, in order of time. */
  static Map<String, Double> byBucket(Map<String, ? extends Map<String, ? extends Number>> series) {
    Map<String, Double> totals = new TreeMap<>();
    series
        .values()
        .forEach(
            numbers -> numbers.forEach((b, n) -> totals.merge(b, n.doubleValue(), Double::sum)));
    return totals;
  }

  /** Of all buckets, by segment, in the order of the series. */
  static Map<String, Double> bySegment(
      Map<String, ? extends Map<String, ? extends Number>> series) {
    Map<String, Double> totals = new LinkedHashMap<>();
    series.forEach(
        (segment, numbers) ->
            totals.put(segment, numbers.values().stream().mapToDouble(Number::doubleValue).sum()));
    return totals;
  }
}
