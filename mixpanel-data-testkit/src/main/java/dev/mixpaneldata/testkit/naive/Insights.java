package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.internal.report.Buckets;
import dev.mixpaneldata.report.Formula;
import dev.mixpaneldata.report.InsightsLine;
import dev.mixpaneldata.report.InsightsRequest;
import dev.mixpaneldata.report.InsightsResult;
import dev.mixpaneldata.report.Measure;
import dev.mixpaneldata.report.Metric;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Metrics over time. */
final class Insights {
  private static final Comparator<List<String>> BY_NAMES =
      (a, b) -> {
        for (int i = 0; i < a.size(); i++) {
          int order = Ranking.BY_CODE_POINTS.compare(a.get(i), b.get(i));
          if (order != 0) {
            return order;
          }
        }
        return 0;
      };

  private final NaiveProject project;
  private final InsightsRequest request;
  private final List<Metric> metrics;
  private final Splits splits;
  private boolean limitHit;

  Insights(NaiveProject project, InsightsRequest request) {
    this.project = project;
    this.request = request;
    this.metrics = request.resolvedMetrics();
    this.splits = new Splits(project, request.by());
  }

  InsightsResult result() {
    DateRange range =
        request
            .range()
            .orElseGet(() -> project.last(request.last().orElse(InsightsRequest.DEFAULT_LAST)));
    List<Set<List<String>>> segments = metrics.stream().map(m -> segments(m, range)).toList();
    List<InsightsLine> lines = lines(range, segments);
    if (request.compare().isPresent()) {
      List<InsightsLine> before = lines(request.compare().get().before(range), segments);
      lines = lines.stream().map(line -> compared(line, before)).toList();
    }
    return InsightsResult.of(request, range, lines, Optional.of(limitHit), Optional.empty());
  }

  private static InsightsLine compared(InsightsLine line, List<InsightsLine> before) {
    for (InsightsLine then : before) {
      if (then.metric().equals(line.metric()) && then.segment().equals(line.segment())) {
        return line.comparedWith(then.values());
      }
    }
    return line.comparedWith(Map.of());
  }

  private List<NaiveEvent> events(Metric metric, DateRange range) {
    List<String> names = metric.events().contains(Metric.ALL_EVENTS) ? List.of() : metric.events();
    return project.events(
        project
            .within(range)
            .and(NaiveProject.named(names))
            .and(project.passing(request.where()))
            .and(project.passing(metric.where())));
  }

  /** Returns the segments with the most events and all that they are parts of. */
  private Set<List<String>> segments(Metric metric, DateRange range) {
    Map<List<String>, Long> sizes = new HashMap<>();
    for (NaiveEvent event : events(metric, range)) {
      splits.places(event, request.by().size()).forEach(place -> sizes.merge(place, 1L, Long::sum));
    }
    limitHit |= !request.by().isEmpty() && sizes.size() > request.limit();
    Set<List<String>> kept = new LinkedHashSet<>();
    kept.add(List.of());
    sizes.entrySet().stream()
        .sorted(
            Map.Entry.<List<String>, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry::getKey, BY_NAMES))
        .limit(request.limit())
        .forEach(
            entry -> {
              for (int level = 1; level <= request.by().size(); level++) {
                kept.add(entry.getKey().subList(0, level));
              }
            });
    return kept;
  }

  private List<InsightsLine> lines(DateRange range, List<Set<List<String>>> segments) {
    List<Map<List<String>, List<@Nullable Double>>> measured = new ArrayList<>();
    List<String> buckets =
        request.total() ? List.of(InsightsResult.ALL) : Buckets.of(range, request.unit());
    for (int i = 0; i < metrics.size(); i++) {
      measured.add(measured(metrics.get(i), range, segments.get(i), buckets));
    }
    List<InsightsLine> lines = new ArrayList<>();
    List<String> titles = request.titles();
    for (int i = 0; i < titles.size(); i++) {
      String title = titles.get(i);
      Map<List<String>, List<@Nullable Double>> shown =
          request.formulas().isEmpty()
              ? measured.get(i)
              : computed(request.formulas().get(i), measured, buckets.size());
      shown.forEach(
          (segment, numbers) ->
              lines.add(InsightsLine.of(title, segment, running(numbers, buckets))));
    }
    return lines;
  }

  private Map<List<String>, List<@Nullable Double>> measured(
      Metric metric, DateRange range, Set<List<String>> segments, List<String> buckets) {
    Map<List<String>, Map<String, List<NaiveEvent>>> split = new HashMap<>();
    TimeBuckets cut = TimeBuckets.by(request.unit(), range);
    int days = Math.max(1, metric.measureOrTotal().activeDays());
    DateRange read = new DateRange(range.from().minusDays(days - 1L), range.to());
    for (NaiveEvent event : events(metric, read)) {
      String bucket =
          request.total()
              ? InsightsResult.ALL
              : days > 1
                  ? project.clock(event).toLocalDate().toString()
                  : cut.nameAt().apply(project.clock(event));
      for (int level = 0; level <= request.by().size(); level++) {
        for (List<String> place : splits.places(event, level)) {
          split
              .computeIfAbsent(place, p -> new HashMap<>())
              .computeIfAbsent(bucket, b -> new ArrayList<>())
              .add(event);
        }
      }
    }
    Map<List<String>, List<@Nullable Double>> measured = new LinkedHashMap<>();
    MeasuredEvents measure = new MeasuredEvents(project, metric);
    for (List<String> segment : segments) {
      List<@Nullable Double> numbers = new ArrayList<>();
      List<NaiveEvent> so = new ArrayList<>();
      for (String bucket : buckets) {
        List<NaiveEvent> here =
            split.getOrDefault(segment, Map.of()).getOrDefault(bucket, List.of());
        so.addAll(here);
        if (days > 1) {
          LocalDate last = LocalDate.parse(bucket);
          List<NaiveEvent> active = new ArrayList<>();
          for (int back = 0; back < days; back++) {
            active.addAll(
                split
                    .getOrDefault(segment, Map.of())
                    .getOrDefault(last.minusDays(back).toString(), List.of()));
          }
          numbers.add(measure.of(active));
          continue;
        }
        numbers.add(measure.of(metric.measureOrTotal() == Measure.CUMULATIVE_UNIQUE ? so : here));
      }
      measured.put(segment, numbers);
    }
    return measured;
  }

  private Map<List<String>, List<@Nullable Double>> computed(
      Formula formula, List<Map<List<String>, List<@Nullable Double>>> measured, int buckets) {
    NaiveFormula naive = new NaiveFormula(formula.definition());
    Set<List<String>> segments = new LinkedHashSet<>();
    for (int metric = 0; metric < measured.size(); metric++) {
      if (naive.reads(metric)) {
        segments.addAll(measured.get(metric).keySet());
      }
    }
    Map<List<String>, List<@Nullable Double>> computed = new LinkedHashMap<>();
    for (List<String> segment : segments) {
      List<@Nullable Double> values = new ArrayList<>();
      for (int bucket = 0; bucket < buckets; bucket++) {
        List<@Nullable Double> operands = new ArrayList<>();
        for (int metric = 0; metric < measured.size(); metric++) {
          List<@Nullable Double> known = measured.get(metric).get(segment);
          operands.add(
              known == null
                  ? new MeasuredEvents(project, metrics.get(metric)).of(List.of())
                  : known.get(bucket));
        }
        values.add(naive.value(operands));
      }
      computed.put(segment, values);
    }
    return computed;
  }

  private Map<String, @Nullable Number> running(
      List<@Nullable Double> numbers, List<String> buckets) {
    Map<String, @Nullable Number> values = new LinkedHashMap<>();
    for (int i = 0; i < numbers.size(); i++) {
      int window = request.running().rolling().orElse(1);
      if (request.running().cumulative()) {
        double sum = 0;
        for (@Nullable Double number : numbers.subList(0, i + 1)) {
          sum += number == null ? 0 : number;
        }
        values.put(buckets.get(i), sum);
      } else if (i + 1 >= window) {
        double sum = 0;
        for (@Nullable Double number : numbers.subList(i + 1 - window, i + 1)) {
          sum += number == null ? Double.NaN : number;
        }
        values.put(buckets.get(i), Double.isNaN(sum) ? null : (Number) (sum / window));
      }
    }
    return values;
  }
}
