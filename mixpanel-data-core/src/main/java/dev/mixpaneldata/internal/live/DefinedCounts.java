package dev.mixpaneldata.internal.live;

import dev.mixpaneldata.internal.report.Buckets;
import dev.mixpaneldata.internal.report.Series;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.report.EventCountsResult;
import dev.mixpaneldata.report.InsightsLine;
import dev.mixpaneldata.report.InsightsResult;
import dev.mixpaneldata.report.NumericSeriesRequest;
import dev.mixpaneldata.report.NumericSeriesResult;
import dev.mixpaneldata.report.PropertyCountsRequest;
import dev.mixpaneldata.report.PropertyCountsResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The answers of Insights to the questions of older endpoints, in the form of these. */
final class DefinedCounts {
  private DefinedCounts() {}

  static EventCountsResult events(EventCountsRequest request, InsightsResult answer) {
    Map<String, Map<String, Number>> series = new LinkedHashMap<>();
    for (int i = 0; i < request.events().size(); i++) {
      String title = answer.metrics().get(i);
      series.put(
          request.events().get(i),
          answer.lines().stream()
              .filter(line -> line.metric().equals(title))
              .findFirst()
              .map(DefinedCounts::counts)
              .orElse(Map.of()));
    }
    return EventCountsResult.of(
        request,
        Series.dense(series, Buckets.of(request.range(), request.unit()), 0L),
        answer.raw());
  }

  static PropertyCountsResult values(PropertyCountsRequest request, InsightsResult answer) {
    Map<String, Map<String, Number>> series = new LinkedHashMap<>();
    request.values().forEach(value -> series.put(value, Map.of()));
    boolean chosen = !series.isEmpty();
    for (InsightsLine line : answer.lines()) {
      Map<String, Number> counts = counts(line);
      // Insights also lists values of events without users, where users are counted.
      boolean found = counts.values().stream().anyMatch(count -> count.longValue() > 0);
      // The line of all values has no segment.
      for (String value : line.segment()) {
        if (chosen ? series.containsKey(value) : found) {
          series.put(value, counts);
        }
      }
    }
    return PropertyCountsResult.of(
        request,
        Series.dense(series, Buckets.of(request.range(), request.unit()), 0L),
        answer.raw());
  }

  /** Reads a sum or an average; {@code nothing} is the number of a bucket without events. */
  static NumericSeriesResult numbers(
      NumericSeriesRequest request, InsightsResult answer, @Nullable Double nothing) {
    Map<String, @Nullable Double> results = new TreeMap<>();
    Buckets.of(request.range(), request.unit().unit())
        .forEach(bucket -> results.put(bucket, nothing));
    for (InsightsLine line : answer.lines()) {
      line.values()
          .forEach(
              (bucket, number) ->
                  results.put(bucket, number == null ? nothing : (Double) number.doubleValue()));
    }
    return NumericSeriesResult.of(request, results, Optional.empty(), answer.raw());
  }

  private static Map<String, Number> counts(InsightsLine line) {
    Map<String, Number> counts = new TreeMap<>();
    line.values()
        .forEach(
            (bucket, number) -> {
              if (number != null) {
                counts.put(bucket, number.longValue());
              }
            });
    return counts;
  }
}
