package dev.mixpaneldata.report;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Chartable;
import dev.mixpaneldata.internal.json.Hidden;
import dev.mixpaneldata.internal.report.Buckets;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The number and length of users' sessions.
 *
 * @param fromDate the first day, inclusive
 * @param toDate the last day, inclusive
 * @param timeoutSeconds the longest pause in a session
 * @param total all sessions of the range; a user counts once
 * @param series those that began in each bucket, every bucket included
 */
public record SessionsResult(
    LocalDate fromDate,
    LocalDate toDate,
    BucketUnit unit,
    double timeoutSeconds,
    SessionFigures total,
    Map<String, SessionFigures> series,
    @Hidden Optional<Json> raw)
    implements ReportResult, Chartable {
  private static final String TOTAL = "total";

  public SessionsResult {
    series = Collections.unmodifiableMap(new TreeMap<>(series));
  }

  /** Returns the answer to a request; missing buckets have no sessions. */
  public static SessionsResult of(
      SessionsRequest request, SessionFigures total, Map<String, SessionFigures> sparse) {
    Map<String, SessionFigures> series = new TreeMap<>();
    Buckets.of(request.range(), request.unit())
        .forEach(bucket -> series.put(bucket, sparse.getOrDefault(bucket, SessionFigures.NONE)));
    return new SessionsResult(
        request.range().from(),
        request.range().to(),
        request.unit(),
        request.timeout().toMillis() / 1000.0,
        total,
        series,
        Optional.empty());
  }

  @Override
  public Chart chart() {
    Map<String, Number> sessions = new TreeMap<>();
    series.forEach((bucket, figures) -> sessions.put(bucket, figures.sessions()));
    return ReportCharts.lines("Sessions", Map.of("sessions", sessions));
  }

  @Override
  public List<String> header() {
    return List.of("date", "sessions", "users", "events", "events_each", "average_s", "median_s");
  }

  /** Returns a row for each bucket, then one for all. */
  @Override
  public List<List<@Nullable Object>> cells() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    series.forEach((bucket, figures) -> rows.add(row(bucket, figures)));
    rows.add(row(TOTAL, total));
    return rows;
  }

  private static List<@Nullable Object> row(String name, SessionFigures figures) {
    return Arrays.<@Nullable Object>asList(
        name,
        figures.sessions(),
        figures.users(),
        figures.events(),
        figures.eventsPerSession().orElse(null),
        figures.averageSeconds().orElse(null),
        figures.medianSeconds().orElse(null));
  }
}
