package dev.mixpaneldata.report;

import java.util.List;

/**
 * A row of retention.
 *
 * @param date the first day of the bucket in which its users did the first event
 * @param size how many they are
 * @param counts how many of them came back in each interval, from number 0 on; a user counts once
 *     an interval. Intervals that had not begun for any of them when asked are missing at the end
 * @param retention the same as shares of the size, 0 to 1
 * @param completeIntervals how many of these intervals, from number 0 on, were over for all of the
 *     row's users when asked; the counts of the others can still grow
 */
public record RetentionCohort(
    String date, long size, List<Long> counts, List<Double> retention, int completeIntervals) {
  public RetentionCohort {
    counts = List.copyOf(counts);
    retention = List.copyOf(retention);
    completeIntervals = Math.min(completeIntervals, counts.size());
  }

  /** A row with its shares computed, all of whose intervals are over. */
  public static RetentionCohort of(String date, long size, List<Long> counts) {
    return of(date, size, counts, counts.size());
  }

  /** A row with its shares computed. */
  public static RetentionCohort of(
      String date, long size, List<Long> counts, int completeIntervals) {
    return new RetentionCohort(
        date,
        size,
        counts,
        counts.stream().map(n -> size == 0 ? 0 : (double) n / size).toList(),
        completeIntervals);
  }

  /** Whether an interval was over for all users of the row when asked. */
  boolean isComplete(int interval) {
    return interval < completeIntervals;
  }
}
