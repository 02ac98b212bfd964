package dev.mixpaneldata.report;

import java.util.Arrays;
import java.util.Optional;

/**
 * The times that users took to a step of a funnel, in seconds. Mixpanel's API reports only the
 * mean.
 *
 * @param average the mean
 * @param median half of them took longer; between the two middle ones of an even number
 * @param p90 a tenth took longer; between the two nearest in proportion
 */
public record StepDurations(
    Optional<Double> average, Optional<Double> median, Optional<Double> p90) {
  /** The times of a step to which nobody took any time. */
  public static final StepDurations NONE =
      new StepDurations(Optional.empty(), Optional.empty(), Optional.empty());

  /** Returns the times if only the mean is known. */
  public static StepDurations ofAverage(Optional<Double> average) {
    return new StepDurations(average, Optional.empty(), Optional.empty());
  }

  /** Computes the figures of these times in milliseconds, in any order. */
  public static StepDurations of(long[] millis) {
    long[] sorted = millis.clone();
    Arrays.sort(sorted);
    return new StepDurations(
        Durations.mean(sorted), Durations.percentile(sorted, 50), Durations.percentile(sorted, 90));
  }
}
