package dev.mixpaneldata.report;

import dev.mixpaneldata.internal.json.Hidden;
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
 * Statistics of the numbers of a property. If there are no numbers, only the count is present.
 *
 * @param fromDate the first day, inclusive
 * @param toDate the last day, inclusive
 * @param count events whose property is a number
 * @param avg the mean
 * @param stddev the standard deviation of the numbers themselves (divided by their count)
 * @param percentiles by percentage, the number below which that share lies; exact locally,
 *     approximate at Mixpanel
 */
public record NumericSummaryResult(
    String event,
    String propertyName,
    LocalDate fromDate,
    LocalDate toDate,
    long count,
    Optional<Double> min,
    Optional<Double> max,
    Optional<Double> sum,
    Optional<Double> avg,
    Optional<Double> stddev,
    Map<Integer, Double> percentiles,
    @Hidden Optional<Json> raw)
    implements ReportResult {
  public NumericSummaryResult {
    percentiles = Collections.unmodifiableMap(new TreeMap<>(percentiles));
  }

  @Override
  public List<String> header() {
    return List.of("statistic", "value");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    rows.add(Arrays.<@Nullable Object>asList("count", count));
    rows.add(row("min", min));
    rows.add(row("max", max));
    rows.add(row("sum", sum));
    rows.add(row("avg", avg));
    rows.add(row("stddev", stddev));
    percentiles.forEach((p, value) -> rows.add(Arrays.<@Nullable Object>asList("p" + p, value)));
    return rows;
  }

  private static List<@Nullable Object> row(String name, Optional<Double> value) {
    return Arrays.<@Nullable Object>asList(name, value.orElse(null));
  }
}
