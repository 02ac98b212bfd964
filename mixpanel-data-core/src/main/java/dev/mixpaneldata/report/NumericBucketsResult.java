package dev.mixpaneldata.report;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Chartable;
import dev.mixpaneldata.internal.json.Hidden;
import dev.mixpaneldata.internal.report.Series;
import dev.mixpaneldata.value.HourOrDay;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of events by range of a numeric property and by time.
 *
 * @param fromDate the first day, inclusive
 * @param toDate the last day, inclusive
 * @param propertyExpr the property or expression
 * @param series number by range of values and bucket of time, zero included. Ranges are named
 *     {@code 1,000 - 1,100}, include their lower end and not their upper, and stand in order
 */
public record NumericBucketsResult(
    String event,
    LocalDate fromDate,
    LocalDate toDate,
    String propertyExpr,
    HourOrDay unit,
    CountType type,
    Map<String, Map<String, Number>> series,
    @Hidden Optional<Json> raw)
    implements ReportResult, Chartable {
  private static final Pattern LOWER_END = Pattern.compile("\\s*(-?[0-9][0-9,]*(?:\\.[0-9]+)?)");

  public NumericBucketsResult {
    series = inOrder(series);
  }

  /** Returns the answer to a request. */
  public static NumericBucketsResult of(
      NumericBucketsRequest request,
      Map<String, ? extends Map<String, ? extends Number>> series,
      Optional<Json> raw) {
    return new NumericBucketsResult(
        request.event(),
        request.range().from(),
        request.range().to(),
        request.on(),
        request.unit(),
        request.type(),
        Series.copy(series),
        raw);
  }

  private static Map<String, Map<String, Number>> inOrder(Map<String, Map<String, Number>> series) {
    Map<String, Map<String, Number>> ordered = new LinkedHashMap<>();
    series.keySet().stream()
        .sorted(
            Comparator.comparingDouble(NumericBucketsResult::lowerEnd)
                .thenComparing(Comparator.naturalOrder()))
        .forEach(range -> ordered.put(range, series.getOrDefault(range, Map.of())));
    return Series.copy(ordered);
  }

  private static double lowerEnd(String range) {
    Matcher number = LOWER_END.matcher(range);
    return number.lookingAt()
        ? Double.parseDouble(number.group(1).replace(",", ""))
        : Double.POSITIVE_INFINITY;
  }

  @Override
  public Chart chart() {
    return ReportCharts.lines(event + " by " + propertyExpr, series);
  }

  @Override
  public List<String> header() {
    return List.of("date", "bucket", "count");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return Series.cells(series);
  }
}
