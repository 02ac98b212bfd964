package dev.mixpaneldata.report;

import java.util.Arrays;
import java.util.Optional;

/**
 * How long users took to a step of a funnel, in seconds. Mixpanel's API tells the mean alone.
 *
 * @param average the mean
 * @param median half of them took longer; between the two middle ones of an even number
 * @param p90 a tenth took longer; between the two nearest in proportion
 */
public record StepDurations(
    Optional<Double> average, Optional<Double> median, Optional<Double> p90) {
  /** Of a step that nobody took any time to. */
  public static final StepDurations NONE =
      new StepDurations(Optional.empty(), Optional.empty(), Optional.empty());

  /** Where only the mean is known. */
  public static StepDurations ofAverage(Optional<Double> average) {
    return new StepDurations(average, Optional.empty(), Optional.empty());
  }

  /** Of these times in milliseconds, in any order. */
  public static StepDurations of(long[] millis) {
    long[] sorted = millis.clone();
    Arrays.sort(sorted);
    return new StepDurations(
        Durations.mean(sorted), Durations.percentile(sorted, 50), Durations.percentile(sorted, 90));
  }
}
