package dev.mixpaneldata.report;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Chartable;
import dev.mixpaneldata.internal.json.Hidden;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The number of events of each day, by name.
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
    @Hidden Optional<Json> raw)
    implements ReportResult, Chartable {
  public DailyCountsResult {
    events = List.copyOf(events);
    counts = List.copyOf(counts);
  }

  /** The number of events of one name on one day. */
  public record DailyCount(LocalDate date, String event, long count) {}

  /**
   * Returns the answer to a request, given the number of events of each name on each day, in any
   * order.
   */
  public static DailyCountsResult of(
      DailyCountsRequest request, Map<LocalDate, Map<String, Long>> counts, Optional<Json> raw) {
    Set<String> names = new TreeSet<>(request.events());
    counts.values().forEach(day -> names.addAll(day.keySet()));
    List<DailyCount> dense = new ArrayList<>();
    for (DateRange day : request.range().split(1)) {
      Map<String, Long> there = counts.getOrDefault(day.from(), Map.of());
      names.forEach(
          name -> dense.add(new DailyCount(day.from(), name, there.getOrDefault(name, 0L))));
    }
    return new DailyCountsResult(
        request.range().from(), request.range().to(), request.events(), dense, raw);
  }

  @Override
  public Chart chart() {
    Map<String, Map<String, Long>> series = new TreeMap<>();
    counts.forEach(
        c ->
            series
                .computeIfAbsent(c.event(), event -> new TreeMap<>())
                .put(c.date().toString(), c.count()));
    return ReportCharts.lines("Events by day, " + ReportCharts.period(fromDate, toDate), series);
  }

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
