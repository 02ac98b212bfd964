package dev.mixpaneldata.report;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Chartable;
import dev.mixpaneldata.internal.json.Hidden;
import dev.mixpaneldata.value.HourOrDay;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sum or the average of a numeric property over time.
 *
 * @param fromDate the first day, inclusive
 * @param toDate the last day, inclusive
 * @param propertyExpr the property or expression
 * @param results number by bucket, every bucket included; without events a sum is 0 and an average
 *     null
 * @param computedAt the time of Mixpanel's computation, as it reports it; sums only
 */
public record NumericSeriesResult(
    String event,
    LocalDate fromDate,
    LocalDate toDate,
    String propertyExpr,
    HourOrDay unit,
    Map<String, @Nullable Double> results,
    Optional<String> computedAt,
    @Hidden Optional<Json> raw)
    implements ReportResult, Chartable {
  public NumericSeriesResult {
    results = Collections.unmodifiableMap(new TreeMap<>(results));
  }

  /** Returns the answer to a request. */
  public static NumericSeriesResult of(
      NumericSeriesRequest request,
      Map<String, @Nullable Double> results,
      Optional<String> computedAt,
      Optional<Json> raw) {
    return new NumericSeriesResult(
        request.event(),
        request.range().from(),
        request.range().to(),
        request.on(),
        request.unit(),
        results,
        computedAt,
        raw);
  }

  @Override
  public Chart chart() {
    Map<String, Double> numbers = new TreeMap<>();
    results.forEach((time, number) -> numbers.put(time, number == null ? Double.NaN : number));
    return ReportCharts.lines(
        event + ", " + propertyExpr + ", " + ReportCharts.period(fromDate, toDate),
        Map.of(propertyExpr, numbers));
  }

  @Override
  public List<String> header() {
    return List.of("date", "value");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return results.entrySet().stream()
        .map(e -> Arrays.<@Nullable Object>asList(e.getKey(), e.getValue()))
        .toList();
  }
}
