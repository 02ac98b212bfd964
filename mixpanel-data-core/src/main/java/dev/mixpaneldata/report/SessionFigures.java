package dev.mixpaneldata.report;

import java.util.Arrays;
import java.util.Optional;

/**
 * Statistics of some sessions.
 *
 * @param sessions the number of sessions
 * @param users users who had one
 * @param events events in them
 * @param eventsPerSession the mean number of events; absent without sessions
 * @param averageSeconds the mean time from first to last event, 0 for sessions of one event; absent
 *     without sessions
 * @param medianSeconds the median of that time; of an even number, the mean of the two middle ones;
 *     absent without sessions
 */
public record SessionFigures(
    long sessions,
    long users,
    long events,
    Optional<Double> eventsPerSession,
    Optional<Double> averageSeconds,
    Optional<Double> medianSeconds) {
  /** The statistics of no sessions. */
  public static final SessionFigures NONE = of(0, 0, new long[0]);

  /** Returns the statistics of sessions of these lengths, in milliseconds, in any order. */
  public static SessionFigures of(long users, long events, long[] lengthsMillis) {
    long[] sorted = lengthsMillis.clone();
    Arrays.sort(sorted);
    return new SessionFigures(
        sorted.length,
        users,
        events,
        sorted.length == 0 ? Optional.empty() : Optional.of((double) events / sorted.length),
        Durations.mean(sorted),
        Durations.percentile(sorted, 50));
  }
}
