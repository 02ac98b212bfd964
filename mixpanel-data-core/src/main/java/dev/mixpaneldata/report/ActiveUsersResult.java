package dev.mixpaneldata.report;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Chartable;
import dev.mixpaneldata.internal.json.Hidden;
import dev.mixpaneldata.internal.report.Series;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The number of users active in the days up to each day.
 *
 * @param fromDate the first day, inclusive
 * @param toDate the last day, inclusive
 * @param series users by number of days ({@code "7"}, or {@link #CUMULATIVE}) and day, every day
 *     included
 */
public record ActiveUsersResult(
    LocalDate fromDate,
    LocalDate toDate,
    List<String> events,
    Map<String, Map<String, Number>> series,
    @Hidden Optional<Json> raw)
    implements ReportResult, Chartable {
  /** Names the series of all users since the first day. */
  public static final String CUMULATIVE = "cumulative";

  public ActiveUsersResult {
    events = List.copyOf(events);
    series = Series.copy(series);
  }

  /** Returns the answer to a request. */
  public static ActiveUsersResult of(
      ActiveUsersRequest request, Map<String, Map<String, Number>> series) {
    return new ActiveUsersResult(
        request.range().from(), request.range().to(), request.events(), series, Optional.empty());
  }

  @Override
  public Chart chart() {
    Map<String, Map<String, Number>> named = new LinkedHashMap<>();
    series.forEach((days, users) -> named.put(title(days), users));
    return ReportCharts.lines("Active users", named);
  }

  private static String title(String days) {
    return switch (days) {
      case "1" -> "daily";
      case "7" -> "weekly (7 days)";
      case "30" -> "monthly (30 days)";
      case CUMULATIVE -> "since the first day";
      default -> days + " days";
    };
  }

  @Override
  public List<String> header() {
    return List.of("date", "days", "users");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return Series.cells(series);
  }
}
