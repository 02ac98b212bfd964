package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.report.SegmentationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a number developed.
 *
 * @param total all buckets added; of users, one counts in every bucket again
 * @param dailyMean the mean of a bucket
 * @param change the second half against the first, 0.1 for ten percent more; absent where the first
 *     half is zero
 */
record Trend(double total, double dailyMean, Optional<Double> change) {
  /** The trend of all segments together. */
  static Trend of(SegmentationResult result) {
    return of(new ArrayList<>(Totals.byBucket(result.series()).values()));
  }

  static Trend of(List<Double> values) {
    double total = values.stream().mapToDouble(v -> v).sum();
    int half = values.size() / 2;
    double before = values.subList(0, half).stream().mapToDouble(v -> v).sum();
    double after =
        values.subList(values.size() - half, values.size()).stream().mapToDouble(v -> v).sum();
    return new Trend(
        total,
        values.isEmpty() ? 0 : total / values.size(),
        before == 0 ? Optional.empty() : Optional.of(after / before - 1));
  }

  /** In words, {@code 12,340 in all, 12 % more in the second half}. */
  String words() {
    return "%,.0f in all".formatted(total) + changeWords();
  }

  /** {@code , 12 % more in the second half}; empty where that cannot be told. */
  String changeWords() {
    return change
        .map(
            c ->
                ", %.0f %% %s in the second half"
                    .formatted(Math.abs(c) * 100, c < 0 ? "fewer" : "more"))
        .orElse("");
  }
}
