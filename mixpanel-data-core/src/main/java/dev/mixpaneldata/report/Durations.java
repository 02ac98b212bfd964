package dev.mixpaneldata.report;

import java.util.Arrays;
import java.util.Optional;

/** Figures of lengths of time, given in milliseconds in ascending order; in seconds. */
final class Durations {
  private Durations() {}

  /** The mean; absent for none. */
  static Optional<Double> mean(long[] sorted) {
    return sorted.length == 0
        ? Optional.empty()
        : Optional.of(Arrays.stream(sorted).sum() / 1000.0 / sorted.length);
  }

  /** The value that so many per cent lie below, between the two nearest in proportion. */
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
