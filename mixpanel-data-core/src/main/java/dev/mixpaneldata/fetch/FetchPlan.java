package dev.mixpaneldata.fetch;

import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Tabular;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a fetch of events would take. Numbers of events are estimates.
 *
 * @param range the days that would be fetched, inclusive
 * @param days how many they are
 * @param calls how many export calls that takes
 * @param callsLeft how many export calls the hour still allows
 * @param events about how many events would arrive; absent if nothing tells
 * @param megabytes about how many megabytes would be downloaded, and again be stored
 * @param minutes about how long it takes at least: the calls, and the loading of the events
 * @param basis what the number of events rests on, in words
 * @param large whether that is much: {@link #MANY_EVENTS} or, where the number is not known, {@link
 *     #MANY_DAYS}
 */
public record FetchPlan(
    DateRange range,
    long days,
    int calls,
    int callsLeft,
    Optional<Long> events,
    Optional<Double> megabytes,
    double minutes,
    String basis,
    boolean large)
    implements Tabular {
  /** Fetches of more events are large. */
  public static final long MANY_EVENTS = 5_000_000;

  /** Fetches of more days are large where the number of events is not known. */
  public static final long MANY_DAYS = 92;

  /** What an event takes, measured: a compressed line, and a row of a table. */
  static final double BYTES_AN_EVENT = 130;

  /** How many events are received and loaded in a second, measured with a server at hand. */
  private static final double EVENTS_A_SECOND = 100_000;

  private static final double CALLS_A_SECOND = 3;
  private static final double MINUTES_AN_HOUR = 60;

  static FetchPlan of(
      DateRange range, int calls, int callsLeft, Optional<Long> events, String basis) {
    double seconds = calls / CALLS_A_SECOND + events.orElse(0L) / EVENTS_A_SECOND;
    double hours = Math.ceil(Math.max(0, calls - callsLeft) / MINUTES_AN_HOUR);
    return new FetchPlan(
        range,
        range.days(),
        calls,
        callsLeft,
        events,
        events.map(n -> rounded(n * BYTES_AN_EVENT / 1e6)),
        rounded(seconds / 60 + hours * MINUTES_AN_HOUR),
        basis,
        events.map(n -> n > MANY_EVENTS).orElse(range.days() > MANY_DAYS));
  }

  private static double rounded(double number) {
    return Math.round(number * 10) / 10.0;
  }

  /** Returns the plan in a sentence or two. */
  public String words() {
    String size =
        events
            .map(
                n ->
                    String.format(
                        Locale.ROOT,
                        "about %,d events, some %,.0f MB (%s)",
                        n,
                        megabytes.orElse(0.0),
                        basis))
            .orElse("an unknown number of events (" + basis + ")");
    String time =
        minutes < 1
            ? "less than a minute"
            : String.format(Locale.ROOT, "%,.0f minutes or more", Math.ceil(minutes));
    String wait =
        calls > callsLeft
            ? " Only " + callsLeft + " calls are left in this hour, so it waits for the next ones."
            : "";
    return "%s: %d %s in %d export %s, %s; %s.%s"
        .formatted(
            range,
            days,
            days == 1 ? "day" : "days",
            calls,
            calls == 1 ? "call" : "calls",
            size,
            time,
            wait);
  }

  @Override
  public List<String> header() {
    return List.of(
        "range", "days", "calls", "calls_left", "events", "megabytes", "minutes", "basis", "large");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return List.of(
        Arrays.<@Nullable Object>asList(
            range.toString(),
            days,
            calls,
            callsLeft,
            events.orElse(null),
            megabytes.orElse(null),
            minutes,
            basis,
            large));
  }
}
