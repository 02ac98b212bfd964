package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.report.SegmentationResult;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The largest segments of a number, in words. */
final class Segments {
  private static final int NAMED = 3;

  /** What Mixpanel calls the value of events that do not have the property. */
  private static final String ABSENT = "undefined";

  private Segments() {}

  /** {@code Purchase by $os: Android 459 (68 %), iOS 105 (16 %)}. */
  static String words(String event, String property, SegmentationResult result) {
    Map<String, Double> totals = new LinkedHashMap<>();
    result
        .series()
        .forEach(
            (segment, days) ->
                totals.put(segment, days.values().stream().mapToDouble(Number::doubleValue).sum()));
    double all = totals.values().stream().mapToDouble(v -> v).sum();
    if (all == 0) {
      return event + " did not happen.";
    }
    if (totals.getOrDefault(ABSENT, 0.0) == all) {
      return event + " never has " + property + ".";
    }
    List<Map.Entry<String, Double>> largest =
        totals.entrySet().stream()
            .sorted(
                Comparator.comparingDouble((Map.Entry<String, Double> e) -> e.getValue())
                    .reversed())
            .limit(NAMED)
            .toList();
    return "%s by %s: %s."
        .formatted(
            event,
            property,
            largest.stream()
                .map(
                    e ->
                        "%s %,.0f (%.0f %%)"
                            .formatted(
                                e.getKey().equals(ABSENT) ? "without" : e.getKey(),
                                e.getValue(),
                                100 * e.getValue() / all))
                .collect(Collectors.joining(", ")));
  }
}
