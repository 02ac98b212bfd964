package dev.mixpaneldata.fetch;

import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a range of days into windows, one export call each. Windows never share a day, because both
 * ends are inclusive at Mixpanel.
 */
final class WindowPlan {
  /**
   * Each worker gets so many windows: with more they would wait, as three calls may start in a
   * second; with fewer some would be idle at the end.
   */
  private static final double WINDOWS_PER_WORKER = 1.5;

  /** A failed window is fetched again whole, so long ranges are cut at least this fine. */
  private static final int LONGEST_PREFERRED_DAYS = 7;

  /** The share of the hour's calls that a plan may count on; the rest is for second tries. */
  private static final double BUDGET_SHARE = 0.7;

  private WindowPlan() {}

  /**
   * @param callsLeft how many export calls the hour still allows
   * @param chunkDays the caller's own choice of days a window
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
