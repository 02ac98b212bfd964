package dev.mixpaneldata.report;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Chartable;
import dev.mixpaneldata.internal.json.Hidden;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The number of users who got from step to step.
 *
 * @param funnelId the saved funnel
 * @param funnelName its name, if the answer contains it
 * @param fromDate the first day of the first step, inclusive
 * @param toDate the last day of the first step, inclusive
 * @param window the conversion window, as {@code 7d}; absent for a saved funnel's own
 * @param order whether steps keep their order
 * @param counting what is counted
 * @param conversionRate the share of those of the first step that reached the last, 0 to 1
 * @param steps all together: the counts of the buckets added, so that with a unit or interval a
 *     user counts once in each bucket
 * @param series the steps by bucket of the first step; one bucket without a unit or interval
 * @param segments the steps by value of the property it is split by, the largest first; empty if
 *     not split
 * @param definition the report in Mixpanel's own form, if it was sent so
 */
public record FunnelResult(
    Optional<Long> funnelId,
    Optional<String> funnelName,
    LocalDate fromDate,
    LocalDate toDate,
    Optional<String> segmentProperty,
    Optional<String> window,
    FunnelOrder order,
    FunnelCounting counting,
    double conversionRate,
    List<FunnelStep> steps,
    Map<String, List<FunnelStep>> series,
    Map<String, List<FunnelStep>> segments,
    @Hidden Optional<Json> definition,
    @Hidden Optional<Json> raw)
    implements ReportResult, Chartable {
  /** Names the steps of all together. */
  private static final String OVERALL = "$overall";

  public FunnelResult {
    steps = List.copyOf(steps);
    series = Collections.unmodifiableMap(new TreeMap<>(series));
    segments = Collections.unmodifiableMap(new LinkedHashMap<>(segments));
  }

  /**
   * Returns the answer to a request, with rates and totals computed from the counts of the buckets.
   */
  public static FunnelResult of(
      FunnelRequest request,
      Optional<String> funnelName,
      Map<String, List<FunnelStep.Counted>> series,
      Map<String, List<FunnelStep.Counted>> segments,
      Optional<Json> raw) {
    return of(request, funnelName, sum(List.copyOf(series.values())), series, segments, raw);
  }

  /**
   * Returns the answer to a request, with rates computed from the counts.
   *
   * @param total all buckets as one, with their times if known
   */
  public static FunnelResult of(
      FunnelRequest request,
      Optional<String> funnelName,
      List<FunnelStep.Counted> total,
      Map<String, List<FunnelStep.Counted>> series,
      Map<String, List<FunnelStep.Counted>> segments,
      Optional<Json> raw) {
    List<FunnelStep> steps = FunnelStep.of(total);
    Map<String, List<FunnelStep>> rated = new LinkedHashMap<>();
    segments.entrySet().stream()
        .sorted(FunnelResult::largestFirst)
        .forEach(e -> rated.put(e.getKey(), FunnelStep.of(e.getValue())));
    Map<String, List<FunnelStep>> buckets = new LinkedHashMap<>();
    series.forEach((bucket, counted) -> buckets.put(bucket, FunnelStep.of(counted)));
    return new FunnelResult(
        request.funnelId(),
        funnelName,
        request.range().from(),
        request.range().to(),
        request.on(),
        request
            .window()
            .or(
                () ->
                    request.funnelId().isPresent()
                        ? Optional.empty()
                        : Optional.of(ConversionWindow.DEFAULT))
            .map(ConversionWindow::text),
        request.order(),
        request.counting(),
        steps.isEmpty() || steps.get(0).count() == 0
            ? 0
            : steps.get(steps.size() - 1).overallConversionRate(),
        steps,
        buckets,
        rated,
        Optional.empty(),
        raw);
  }

  /** Adds up several runs of one funnel, step by step. */
  public static List<FunnelStep.Counted> sum(List<List<FunnelStep.Counted>> runs) {
    int longest = runs.stream().mapToInt(List::size).max().orElse(0);
    List<FunnelStep.Counted> sums = new ArrayList<>();
    for (int i = 0; i < longest; i++) {
      int step = i;
      sums.add(
          FunnelStep.Counted.sum(
              runs.stream().filter(run -> run.size() > step).map(run -> run.get(step)).toList()));
    }
    return List.copyOf(sums);
  }

  private static int largestFirst(
      Map.Entry<String, List<FunnelStep.Counted>> a,
      Map.Entry<String, List<FunnelStep.Counted>> b) {
    int bySize = Long.compare(entered(b.getValue()), entered(a.getValue()));
    return bySize != 0 ? bySize : a.getKey().compareTo(b.getKey());
  }

  private static long entered(List<FunnelStep.Counted> steps) {
    return steps.isEmpty() ? 0 : steps.get(0).count();
  }

  /** Returns this result as that of a saved funnel. */
  public FunnelResult ofSaved(long id, String name) {
    return new FunnelResult(
        Optional.of(id),
        Optional.of(name),
        fromDate,
        toDate,
        segmentProperty,
        window,
        order,
        counting,
        conversionRate,
        steps,
        series,
        segments,
        definition,
        raw);
  }

  /** Returns the answer with the definition of its question. */
  public FunnelResult definedBy(Json params) {
    return new FunnelResult(
        funnelId,
        funnelName,
        fromDate,
        toDate,
        segmentProperty,
        window,
        order,
        counting,
        conversionRate,
        steps,
        series,
        segments,
        Optional.of(params),
        raw);
  }

  @Override
  public List<String> notes() {
    return series.size() > 1
        ? List.of(
            (counting == FunnelCounting.UNIQUE ? "A user counts once in each bucket" : "Passages")
                + "; the rows of "
                + OVERALL
                + " without a date are the sums of the "
                + series.size()
                + " buckets"
                + (counting == FunnelCounting.UNIQUE ? ", not a number of users." : "."))
        : List.of();
  }

  @Override
  public Chart chart() {
    String title =
        "%s, %s%s"
            .formatted(
                funnelName.orElse("Funnel"),
                ReportCharts.period(fromDate, toDate),
                window.map(w -> ", within " + w).orElse(""));
    if (segments.isEmpty() && series.size() > 1) {
      Map<String, Map<String, Double>> rates = new LinkedHashMap<>();
      series.forEach(
          (bucket, bucketSteps) -> {
            for (FunnelStep step : bucketSteps.subList(1, bucketSteps.size())) {
              rates
                  .computeIfAbsent(step.event(), event -> new TreeMap<>())
                  .put(bucket, Math.round(1000 * step.overallConversionRate()) / 10.0);
            }
          });
      return ReportCharts.lines(title + ", % of the first step", rates);
    }
    return segments.isEmpty()
        ? ReportCharts.funnel(title, steps)
        : ReportCharts.funnel(
            title + segmentProperty.map(property -> " by " + property).orElse(""), segments);
  }

  @Override
  public List<String> header() {
    List<String> columns =
        List.of(
            "segment",
            "step",
            "event",
            "count",
            "conversion_rate",
            "overall_conversion_rate",
            "average_seconds",
            "median_seconds",
            "p90_seconds");
    return series.size() > 1
        ? Stream.concat(Stream.of("date"), columns.stream()).toList()
        : columns;
  }

  /** The steps of all, then those of each bucket where there are several, and each segment. */
  @Override
  public List<List<@Nullable Object>> cells() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    addRows(rows, OVERALL, steps);
    if (series.size() == 1 || series.isEmpty()) {
      segments.forEach((segment, segmentSteps) -> addRows(rows, segment, segmentSteps));
      return rows;
    }
    List<List<@Nullable Object>> dated = new ArrayList<>(withDate(null, rows));
    series.forEach(
        (bucket, bucketSteps) -> {
          List<List<@Nullable Object>> own = new ArrayList<>();
          addRows(own, OVERALL, bucketSteps);
          dated.addAll(withDate(bucket, own));
        });
    List<List<@Nullable Object>> split = new ArrayList<>();
    segments.forEach((segment, segmentSteps) -> addRows(split, segment, segmentSteps));
    dated.addAll(withDate(null, split));
    return dated;
  }

  private static List<List<@Nullable Object>> withDate(
      @Nullable String bucket, List<List<@Nullable Object>> rows) {
    List<List<@Nullable Object>> dated = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> longer = new ArrayList<>();
      longer.add(bucket);
      longer.addAll(row);
      dated.add(longer);
    }
    return dated;
  }

  private static void addRows(
      List<List<@Nullable Object>> rows, String segment, List<FunnelStep> steps) {
    for (int i = 0; i < steps.size(); i++) {
      FunnelStep s = steps.get(i);
      rows.add(
          Arrays.<@Nullable Object>asList(
              segment,
              i + 1,
              s.event(),
              s.count(),
              s.conversionRate(),
              s.overallConversionRate(),
              s.averageSeconds().orElse(null),
              s.medianSeconds().orElse(null),
              s.p90Seconds().orElse(null)));
    }
  }
}
