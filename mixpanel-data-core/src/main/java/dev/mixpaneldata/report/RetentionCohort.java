package dev.mixpaneldata.report;

import java.util.List;

/**
 * A row of retention.
 *
 * @param date the first day of the bucket in which its users did the first event
 * @param size how many they are
 * @param counts how many of them came back in each interval, from number 0 on; a user counts once
 *     an interval. Intervals that have not begun may be missing at the end
 * @param retention the same as shares of the size, 0 to 1
 */
public record RetentionCohort(String date, long size, List<Long> counts, List<Double> retention) {
  public RetentionCohort {
    counts = List.copyOf(counts);
    retention = List.copyOf(retention);
  }

  /** A row with its shares computed. */
  public static RetentionCohort of(String date, long size, List<Long> counts) {
    return new RetentionCohort(
        date, size, counts, counts.stream().map(n -> size == 0 ? 0 : (double) n / size).toList());
  }
}
