package dev.mixpaneldata.report;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Chartable;
import dev.mixpaneldata.internal.json.Hidden;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The share of events on which each property is set.
 *
 * @param fromDate the first day, inclusive
 * @param toDate the last day, inclusive
 * @param totalEvents all events of the name
 * @param coverage the properties as they were asked for
 */
public record CoverageResult(
    String event,
    LocalDate fromDate,
    LocalDate toDate,
    long totalEvents,
    List<PropertyCoverage> coverage,
    @Hidden Optional<Json> raw)
    implements ReportResult, Chartable {
  public CoverageResult {
    coverage = List.copyOf(coverage);
  }

  /**
   * The share of events on which one property is set.
   *
   * @param definedCount events that have it with a value other than null
   * @param nullCount the others
   * @param coveragePercentage the share of the first, 0 to 100
   */
  public record PropertyCoverage(
      String property, long definedCount, long nullCount, double coveragePercentage) {}

  /**
   * Returns the answer to a request, given the number of all events and of those with each
   * property.
   */
  public static CoverageResult of(
      CoverageRequest request, long totalEvents, Map<String, Long> defined, Optional<Json> raw) {
    return new CoverageResult(
        request.event(),
        request.range().from(),
        request.range().to(),
        totalEvents,
        request.properties().stream()
            .map(
                p -> {
                  long set = defined.getOrDefault(p, 0L);
                  double percent = totalEvents == 0 ? 0 : 100.0 * set / totalEvents;
                  return new PropertyCoverage(p, set, totalEvents - set, percent);
                })
            .toList(),
        raw);
  }

  @Override
  public Chart chart() {
    return ReportCharts.bars(
        event + ", events with the property",
        coverage.stream()
            .map(
                c ->
                    new Chart.Bar(
                        c.property(),
                        c.definedCount(),
                        ReportCharts.percent(c.coveragePercentage() / 100)))
            .toList());
  }

  @Override
  public List<String> header() {
    return List.of("property", "defined_count", "null_count", "coverage_percentage");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return coverage.stream()
        .map(
            c ->
                Arrays.<@Nullable Object>asList(
                    c.property(), c.definedCount(), c.nullCount(), c.coveragePercentage()))
        .toList();
  }
}
