package dev.mixpaneldata.report;

import dev.mixpaneldata.value.Json;
import dev.mixpaneldata.value.Unlisted;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Events of each day, by name.
 *
 * @param fromDate the first day, inclusive
 * @param toDate the last day, inclusive
 * @param events the names asked for; empty for all
 * @param counts one entry a day and event, in order of day and then of name; zero included, for
 *     events asked for and for events that occur on any day
 */
public record DailyCountsResult(
    LocalDate fromDate,
    LocalDate toDate,
    List<String> events,
    List<DailyCount> counts,
    @Unlisted Optional<Json> raw)
    implements ReportResult {
  public DailyCountsResult {
    events = List.copyOf(events);
    counts = List.copyOf(counts);
  }

  /** How often an event happened on a day. */
  public record DailyCount(LocalDate date, String event, long count) {}

  @Override
  public List<String> header() {
    return List.of("date", "event", "count");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return counts.stream()
        .map(c -> Arrays.<@Nullable Object>asList(c.date(), c.event(), c.count()))
        .toList();
  }
}
