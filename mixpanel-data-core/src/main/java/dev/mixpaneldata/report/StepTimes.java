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
public record StepTimes(Optional<Double> average, Optional<Double> median, Optional<Double> p90) {
  /** Of a step that nobody took any time to. */
  public static final StepTimes NONE =
      new StepTimes(Optional.empty(), Optional.empty(), Optional.empty());

  /** Where only the mean is known. */
  public static StepTimes ofAverage(Optional<Double> average) {
    return new StepTimes(average, Optional.empty(), Optional.empty());
  }

  /** Of these times in milliseconds, in any order. */
  public static StepTimes of(long[] millis) {
    long[] sorted = millis.clone();
    Arrays.sort(sorted);
    return new StepTimes(
        Times.mean(sorted), Times.percentile(sorted, 50), Times.percentile(sorted, 90));
  }
}
