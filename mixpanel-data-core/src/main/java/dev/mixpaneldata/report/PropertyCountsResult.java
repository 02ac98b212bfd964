package dev.mixpaneldata.report;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Chartable;
import dev.mixpaneldata.internal.json.Hidden;
import dev.mixpaneldata.internal.report.Buckets;
import dev.mixpaneldata.internal.report.Series;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The number of events over time with each value of a property.
 *
 * @param fromDate the first day, inclusive
 * @param toDate the last day, inclusive
 * @param series number by value and bucket, zero included, the most common value first
 */
public record PropertyCountsResult(
    String event,
    String propertyName,
    LocalDate fromDate,
    LocalDate toDate,
    BucketUnit unit,
    CountType type,
    Map<String, Map<String, Number>> series,
    @Hidden Optional<Json> raw)
    implements ReportResult, Chartable {
  public PropertyCountsResult {
    series = Series.largestFirst(series);
  }

  /** Returns the answer to a request. */
  public static PropertyCountsResult of(
      PropertyCountsRequest request,
      Map<String, ? extends Map<String, ? extends Number>> series,
      Optional<Json> raw) {
    return new PropertyCountsResult(
        request.event(),
        request.propertyName(),
        request.range().from(),
        request.range().to(),
        request.unit(),
        request.type(),
        Series.copy(series),
        raw);
  }

  @Override
  public List<String> notes() {
    return Buckets.cut(new DateRange(fromDate, toDate), unit);
  }

  @Override
  public Chart chart() {
    return ReportCharts.lines(
        "%s by %s: %s, %s"
            .formatted(
                event,
                propertyName,
                ReportCharts.measure(type, unit),
                ReportCharts.period(fromDate, toDate)),
        series);
  }

  @Override
  public List<String> header() {
    return List.of("date", "value", "count");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return Series.cells(series);
  }
}
