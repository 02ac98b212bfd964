package dev.mixpaneldata.report;

import java.util.Arrays;
import java.util.Optional;

/** Figures of lengths of time, given in milliseconds in ascending order; in seconds. */
final class Times {
  private Times() {}

  /** The mean; absent for none. */
  static Optional<Double> mean(long[] sorted) {
    return sorted.length == 0
        ? Optional.empty()
        : Optional.of(Arrays.stream(sorted).sum() / 1000.0 / sorted.length);
  }

  /** The value that this share lies below, between the two nearest in proportion. */
  static Optional<Double> quantile(long[] sorted, double share) {
    if (sorted.length == 0) {
      return Optional.empty();
    }
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = (int) Math.ceil(place);
    double millis = sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    return Optional.of(millis / 1000.0);
  }
}
