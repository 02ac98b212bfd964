package dev.mixpaneldata.report;

import java.util.Arrays;
import java.util.Optional;

/**
 * Some sessions in figures.
 *
 * @param sessions how many
 * @param users users who had one
 * @param events events in them
 * @param eventsPerSession their mean; absent without sessions
 * @param averageSeconds the mean time from first to last event, 0 for sessions of one event; absent
 *     likewise
 * @param medianSeconds the median of the same, between the two middle ones; absent likewise
 */
public record SessionFigures(
    long sessions,
    long users,
    long events,
    Optional<Double> eventsPerSession,
    Optional<Double> averageSeconds,
    Optional<Double> medianSeconds) {
  /** No session. */
  public static final SessionFigures NONE = of(0, 0, new long[0]);

  /** The figures of sessions of these lengths, in milliseconds; their order is lost. */
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
