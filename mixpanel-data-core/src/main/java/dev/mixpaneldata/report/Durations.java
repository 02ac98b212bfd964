package dev.mixpaneldata.report;

import java.util.Arrays;
import java.util.Optional;

/** Statistics of durations: given in milliseconds in ascending order, returned in seconds. */
final class Durations {
  private Durations() {}

  /** Returns the mean; empty if there are no durations. */
  static Optional<Double> mean(long[] sorted) {
    return sorted.length == 0
        ? Optional.empty()
        : Optional.of(Arrays.stream(sorted).sum() / 1000.0 / sorted.length);
  }

  /**
   * Returns the value below which the given percentage lies, interpolated between the two nearest.
   */
  static Optional<Double> percentile(long[] sorted, int percent) {
    if (sorted.length == 0) {
      return Optional.empty();
    }
    double place = (sorted.length - 1) * percent / 100.0;
    int below = (int) Math.floor(place);
    int above = (int) Math.ceil(place);
    double millis = sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    return Optional.of(millis / 1000.0);
  }
}
