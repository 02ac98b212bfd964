package dev.mixpaneldata.report;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Chartable;
import dev.mixpaneldata.internal.CodePoints;
import dev.mixpaneldata.internal.json.Hidden;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The most common values of a property.
 *
 * @param fromDate the first day, inclusive
 * @param toDate the last day, inclusive
 * @param totalCount all events, also those without the property and with rarer values
 * @param values the most common values; of one count false, true, numbers by size, texts and then
 *     structures by code points, and null
 */
public record DistributionResult(
    String event,
    String propertyName,
    LocalDate fromDate,
    LocalDate toDate,
    long totalCount,
    List<ValueCount> values,
    @Hidden Optional<Json> raw)
    implements ReportResult, Chartable {
  /** Orders false, true, numbers by size, texts and then structures by code points, null. */
  static final Comparator<@Nullable Object> ORDER =
      Comparator.comparingInt(DistributionResult::kind)
          .thenComparingDouble(v -> v instanceof Number number ? number.doubleValue() : 0)
          .thenComparing(v -> v instanceof Number ? "" : String.valueOf(v), CodePoints.ORDER);

  public DistributionResult {
    values = List.copyOf(values);
  }

  private static int kind(@Nullable Object value) {
    if (value instanceof Boolean) {
      return 1;
    }
    if (value instanceof Number) {
      return 2;
    }
    if (value instanceof String) {
      return 3;
    }
    return value == null ? 5 : 4;
  }

  /**
   * A value with the number of its events.
   *
   * @param value a String, Long, Double or Boolean; {@link Json} for lists and objects; null where
   *     the property is null or not set
   * @param count events with it
   * @param percentage their share of all events, 0 to 100
   */
  public record ValueCount(@Nullable Object value, long count, double percentage) {
    /** Returns a value with its share of {@code total} events. */
    public static ValueCount of(@Nullable Object value, long count, long total) {
      return new ValueCount(value, count, total == 0 ? 0 : 100.0 * count / total);
    }
  }

  /**
   * Returns the answer to a request, given the number of events with each value; null stands for
   * events without one.
   */
  public static DistributionResult of(
      DistributionRequest request, Map<@Nullable Object, Long> counts, Optional<Json> raw) {
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    return new DistributionResult(
        request.event(),
        request.propertyName(),
        request.range().from(),
        request.range().to(),
        total,
        counts.entrySet().stream()
            .map(e -> ValueCount.of(e.getKey(), e.getValue(), total))
            .sorted(
                Comparator.comparingLong((ValueCount v) -> -v.count())
                    .thenComparing(ValueCount::value, ORDER))
            .limit(request.limit())
            .toList(),
        raw);
  }

  @Override
  public Chart chart() {
    return ReportCharts.bars(
        event + " by " + propertyName,
        values.stream()
            .map(
                v ->
                    new Chart.Bar(
                        String.valueOf(v.value()),
                        v.count(),
                        ReportCharts.percent(v.percentage() / 100)))
            .toList());
  }

  @Override
  public List<String> header() {
    return List.of("value", "count", "percentage");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return values.stream()
        .map(v -> Arrays.<@Nullable Object>asList(v.value(), v.count(), v.percentage()))
        .toList();
  }
}
