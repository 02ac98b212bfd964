package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.report.SegmentationResult;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The segments of a number. */
final class Segments {
  /** Properties that Mixpanel's libraries set by themselves, and that most is told by. */
  static final List<String> USUAL = List.of("$os", "$browser", "mp_country_code", "utm_source");

  /** What Mixpanel calls the value of events that do not have the property. */
  static final String ABSENT = "undefined";

  private static final int NAMED = 3;

  private Segments() {}

  /** {@code Purchase by $os: Android 459 (68 %), iOS 105 (16 %)}. */
  static String words(String event, String property, SegmentationResult result) {
    Map<String, Double> totals = Totals.bySegment(result.series());
    double all = totals.values().stream().mapToDouble(v -> v).sum();
    if (all == 0) {
      return event + " did not happen.";
    }
    if (totals.getOrDefault(ABSENT, 0.0) == all) {
      return event + " never has " + property + ".";
    }
    return "%s by %s: %s."
        .formatted(
            event,
            property,
            largest(totals, all, NAMED, name -> name.equals(ABSENT) ? "without" : name));
  }

  /**
   * The largest of some totals with their share of all: {@code Android 459 (68 %), iOS 105 (16 %)}.
   *
   * @param shown what a segment is called
   */
  static String largest(
      Map<String, Double> totals, double all, int most, UnaryOperator<String> shown) {
    return totals.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Double> e) -> e.getValue()).reversed())
        .limit(most)
        .map(
            e ->
                "%s %,.0f (%.0f %%)"
                    .formatted(
                        shown.apply(e.getKey()),
                        e.getValue(),
                        all == 0 ? 0 : 100 * e.getValue() / all))
        .collect(Collectors.joining(", "));
  }
}
