package dev.mixpaneldata.fetch;

import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Optional;

/**
 * Divides a range of days into windows, one export call each. Windows never share a day, because
 * both ends are inclusive at Mixpanel.
 */
final class WindowPlan {
  /**
   * The windows per worker. With more, workers would wait, as three calls may start in a second;
   * with fewer, some would be idle at the end.
   */
  private static final double WINDOWS_PER_WORKER = 1.5;

  /** The longest preferred window, since a failed window is fetched again as a whole. */
  private static final int LONGEST_PREFERRED_DAYS = 7;

  /** The share of the hour's calls that a plan may use; the rest is for further attempts. */
  private static final double BUDGET_SHARE = 0.7;

  private WindowPlan() {}

  /**
   * Returns the windows, in the order of their days.
   *
   * @param callsLeft the number of export calls that the hour still allows
   * @param chunkDays the caller's own choice of days per window
   */
  static List<DateRange> windows(
      DateRange range, int callsLeft, int workers, Optional<Integer> chunkDays) {
    long days = range.days();
    long perWindow =
        chunkDays
            .map(Integer::longValue)
            .orElseGet(() -> ceilDivide(days, wanted(days, callsLeft, workers)));
    return range.split(perWindow);
  }

  private static long wanted(long days, int callsLeft, int workers) {
    long budget = Math.max(1, (long) (callsLeft * BUDGET_SHARE));
    long busy = (long) Math.ceil(workers * WINDOWS_PER_WORKER);
    long fine = ceilDivide(days, LONGEST_PREFERRED_DAYS);
    return Math.min(days, Math.min(budget, Math.max(busy, fine)));
  }

  private static long ceilDivide(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }
}
