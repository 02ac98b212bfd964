package dev.mixpaneldata.report;

import java.util.List;

/**
 * A row of retention: users who began in one bucket, and how many of them came back.
 *
 * @param date the first day of the bucket in which its users did the first event
 * @param size the number of these users
 * @param counts the number of them that came back in each interval, from number 0 on; a user counts
 *     once an interval. Intervals that had not begun for any of them when asked are missing at the
 *     end
 * @param retention the counts as shares of the size, 0 to 1
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

  /** Returns a row whose intervals are all over, with its shares computed. */
  public static RetentionCohort of(String date, long size, List<Long> counts) {
    return of(date, size, counts, counts.size());
  }

  /** Returns a row with its shares computed. */
  public static RetentionCohort of(
      String date, long size, List<Long> counts, int completeIntervals) {
    return new RetentionCohort(
        date,
        size,
        counts,
        counts.stream().map(n -> size == 0 ? 0 : (double) n / size).toList(),
        completeIntervals);
  }

  /** Returns whether an interval was over for all users of the row at the time of the request. */
  boolean isComplete(int interval) {
    return interval < completeIntervals;
  }
}
