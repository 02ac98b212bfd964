package dev.mixpaneldata.report;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Chartable;
import dev.mixpaneldata.value.Hidden;
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
import org.jspecify.annotations.Nullable;

/**
 * The number of users who got from step to step.
 *
 * @param funnelId the saved funnel
 * @param funnelName its name, if the answer contains it
 * @param fromDate the first day of the first step, inclusive
 * @param toDate the last day of the first step, inclusive
 * @param conversionRate the share of those of the first step that reached the last, 0 to 1
 * @param steps all together: the counts of the buckets added, so that with a unit or interval a
 *     user counts once in each bucket
 * @param series the steps by bucket of the first step; one bucket without a unit or interval
 * @param segments the steps by value of the property it is split by, the largest first; empty if
 *     not split
 */
public record FunnelResult(
    Optional<Long> funnelId,
    Optional<String> funnelName,
    LocalDate fromDate,
    LocalDate toDate,
    Optional<String> segmentProperty,
    double conversionRate,
    List<FunnelStep> steps,
    Map<String, List<FunnelStep>> series,
    Map<String, List<FunnelStep>> segments,
    @Hidden Optional<Json> raw)
    implements ReportResult, Chartable {
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
        steps.isEmpty() || steps.get(0).count() == 0
            ? 0
            : steps.get(steps.size() - 1).overallConversionRate(),
        steps,
        buckets,
        rated,
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

  @Override
  public Chart chart() {
    String title = funnelName.orElse("Funnel");
    return segments.isEmpty()
        ? ReportCharts.funnel(title, steps)
        : ReportCharts.funnel(
            title + segmentProperty.map(property -> " by " + property).orElse(""), segments);
  }

  @Override
  public List<String> header() {
    return List.of(
        "segment",
        "step",
        "event",
        "count",
        "conversion_rate",
        "overall_conversion_rate",
        "average_seconds",
        "median_seconds",
        "p90_seconds");
  }

  /** Returns the steps of all users, then those of each segment. */
  @Override
  public List<List<@Nullable Object>> cells() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    addRows(rows, "$overall", steps);
    segments.forEach((segment, segmentSteps) -> addRows(rows, segment, segmentSteps));
    return rows;
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
