package dev.mixpaneldata.report;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Chartable;
import dev.mixpaneldata.internal.json.Hidden;
import dev.mixpaneldata.internal.report.Buckets;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Metrics over time.
 *
 * @param fromDate the first day, inclusive
 * @param toDate the last day, inclusive
 * @param unit the length of a bucket
 * @param total whether each line has one number, for the whole range
 * @param metrics the names of the metrics or formulas, in order
 * @param by the names of what they are split by, the outermost first
 * @param comparedFrom the first day of the period that they are compared with, inclusive
 * @param comparedTo its last day, inclusive
 * @param lines the numbers of each metric: first of all, then of each segment
 * @param limit the most segments of each metric
 * @param limitHit whether there are more segments than the limit, if it is known
 * @param definition the report in Mixpanel's own form, if it can be said so
 */
public record InsightsResult(
    LocalDate fromDate,
    LocalDate toDate,
    BucketUnit unit,
    boolean total,
    List<String> metrics,
    List<String> by,
    Optional<LocalDate> comparedFrom,
    Optional<LocalDate> comparedTo,
    List<InsightsLine> lines,
    int limit,
    Optional<Boolean> limitHit,
    @Hidden Optional<Json> definition,
    @Hidden Optional<Json> raw)
    implements ReportResult, Chartable {
  /** Names the whole of a level that is split. */
  public static final String OVERALL = "$overall";

  /** The bucket of a line with one number. */
  public static final String ALL = "all";

  public InsightsResult {
    metrics = List.copyOf(metrics);
    by = List.copyOf(by);
    lines = List.copyOf(lines);
  }

  /** Returns the answer to a request. */
  public static InsightsResult of(
      InsightsRequest request,
      DateRange range,
      List<InsightsLine> lines,
      Optional<Boolean> limitHit,
      Optional<Json> raw) {
    Optional<DateRange> before = request.compare().map(offset -> offset.before(range));
    return new InsightsResult(
        range.from(),
        range.to(),
        request.unit(),
        request.total(),
        request.titles(),
        request.by().stream().map(Grouping::title).toList(),
        before.map(DateRange::from),
        before.map(DateRange::to),
        SegmentOrder.of(lines),
        request.limit(),
        limitHit,
        Optional.empty(),
        raw);
  }

  /** Returns the answer with the definition of its question. */
  public InsightsResult definedBy(Json params) {
    return new InsightsResult(
        fromDate,
        toDate,
        unit,
        total,
        metrics,
        by,
        comparedFrom,
        comparedTo,
        lines,
        limit,
        limitHit,
        Optional.of(params),
        raw);
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (limitHit.orElse(false)) {
      notes.add("The limit of %,d segments is hit: there are more.".formatted(limit));
    }
    if (!total) {
      notes.addAll(Buckets.cut(new DateRange(fromDate, toDate), unit));
    }
    return List.copyOf(notes);
  }

  @Override
  public Chart chart() {
    String title =
        String.join(", ", metrics)
            + (by.isEmpty() ? "" : " by " + String.join(", ", by))
            + ", "
            + ReportCharts.period(fromDate, toDate);
    List<InsightsLine> shown =
        lines.stream().filter(line -> line.segment().size() == by.size()).toList();
    if (total) {
      return ReportCharts.bars(
          title,
          shown.stream()
              .map(line -> new Chart.Bar(label(line), number(line.values().get(ALL)), note(line)))
              .toList());
    }
    Map<String, Map<String, @Nullable Number>> series = new LinkedHashMap<>();
    for (InsightsLine line : shown) {
      series.put(label(line), line.values());
      if (!line.previous().isEmpty()) {
        series.put(label(line) + " before", line.previous());
      }
    }
    return ReportCharts.lines(title, series);
  }

  private String label(InsightsLine line) {
    String segment = String.join(", ", line.segment());
    return segment.isEmpty()
        ? line.metric()
        : metrics.size() == 1 ? segment : line.metric() + ": " + segment;
  }

  private static double number(@Nullable Number value) {
    return value == null ? 0 : value.doubleValue();
  }

  private static String note(InsightsLine line) {
    @Nullable Number value = line.values().get(ALL);
    @Nullable Number change = line.change().get(ALL);
    String shown = value == null ? "none" : "%,.4g".formatted(value.doubleValue());
    if (value instanceof Long count) {
      shown = "%,d".formatted(count);
    }
    return change == null ? shown : shown + "  %+.1f %%".formatted(100 * change.doubleValue());
  }

  @Override
  public List<String> header() {
    List<String> header = new ArrayList<>(List.of("metric"));
    header.addAll(by);
    if (!total) {
      header.add("date");
    }
    header.add("value");
    if (comparedFrom.isPresent()) {
      header.add("previous");
      header.add("change");
    }
    return List.copyOf(header);
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (InsightsLine line : lines) {
      line.values().forEach((bucket, value) -> rows.add(row(line, bucket, value)));
    }
    return rows;
  }

  private List<@Nullable Object> row(InsightsLine line, String bucket, @Nullable Number value) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(line.metric());
    for (int level = 0; level < by.size(); level++) {
      row.add(level < line.segment().size() ? line.segment().get(level) : OVERALL);
    }
    if (!total) {
      row.add(bucket);
    }
    row.add(value);
    if (comparedFrom.isPresent()) {
      row.add(line.previous().get(bucket));
      row.add(line.change().get(bucket));
    }
    return row;
  }
}
