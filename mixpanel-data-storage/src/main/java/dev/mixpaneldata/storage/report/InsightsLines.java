package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.report.Formula;
import dev.mixpaneldata.report.InsightsLine;
import dev.mixpaneldata.report.InsightsRequest;
import dev.mixpaneldata.report.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an Insights report over one period: every bucket has its place, then formulas are
 * computed, then averages of several buckets or sums.
 */
final class InsightsLines {
  private final InsightsRequest request;
  private final List<String> buckets;
  private final List<Measure> measures = new ArrayList<>();
  private final List<Map<List<String>, List<@Nullable Number>>> metrics = new ArrayList<>();

  InsightsLines(InsightsRequest request, List<String> buckets) {
    this.request = request;
    this.buckets = buckets;
  }

  /** Adds the next metric's numbers by segment and bucket. */
  void add(Measure measure, Map<List<String>, Map<String, Number>> numbers) {
    Map<List<String>, List<@Nullable Number>> dense = new LinkedHashMap<>();
    numbers.forEach((segment, known) -> dense.put(segment, dense(measure, known)));
    measures.add(measure);
    metrics.add(dense);
  }

  private List<@Nullable Number> dense(Measure measure, Map<String, Number> known) {
    List<@Nullable Number> dense = new ArrayList<>();
    double users = 0;
    for (String bucket : buckets) {
      @Nullable Number number = known.get(bucket);
      if (measure == Measure.CUMULATIVE_UNIQUE) {
        users += number == null ? 0 : number.doubleValue();
        dense.add(users);
      } else {
        dense.add(number == null ? nothing(measure) : number);
      }
    }
    return dense;
  }

  private static @Nullable Number nothing(Measure measure) {
    return measure.isZeroWithoutEvents() ? 0L : null;
  }

  List<InsightsLine> lines() {
    List<InsightsLine> lines = new ArrayList<>();
    List<String> titles = request.titles();
    for (int i = 0; i < titles.size(); i++) {
      String title = titles.get(i);
      Map<List<String>, List<@Nullable Number>> shown =
          request.formulas().isEmpty() ? metrics.get(i) : computed(request.formulas().get(i));
      shown.forEach(
          (segment, numbers) -> lines.add(InsightsLine.of(title, segment, running(numbers))));
    }
    return lines;
  }

  /** Computes a formula for every segment that one of its metrics has. */
  private Map<List<String>, List<@Nullable Number>> computed(Formula formula) {
    Set<List<String>> segments = new LinkedHashSet<>();
    formula.operands().stream()
        .sorted()
        .forEach(place -> segments.addAll(metrics.get(place).keySet()));
    Map<List<String>, List<@Nullable Number>> computed = new LinkedHashMap<>();
    for (List<String> segment : segments) {
      List<@Nullable Number> values = new ArrayList<>();
      for (int bucket = 0; bucket < buckets.size(); bucket++) {
        List<@Nullable Number> operands = new ArrayList<>();
        for (int metric = 0; metric < metrics.size(); metric++) {
          @Nullable List<@Nullable Number> known = metrics.get(metric).get(segment);
          operands.add(known == null ? nothing(measures.get(metric)) : known.get(bucket));
        }
        values.add(formula.value(operands));
      }
      computed.put(segment, values);
    }
    return computed;
  }

  private Map<String, @Nullable Number> running(List<@Nullable Number> numbers) {
    int window = request.running().rolling().orElse(1);
    Map<String, @Nullable Number> values = new LinkedHashMap<>();
    double sum = 0;
    for (int i = 0; i < numbers.size(); i++) {
      @Nullable Number number = numbers.get(i);
      if (request.running().cumulative()) {
        sum += number == null ? 0 : number.doubleValue();
        values.put(buckets.get(i), sum);
      } else if (window == 1) {
        values.put(buckets.get(i), number);
      } else if (i + 1 >= window) {
        values.put(buckets.get(i), mean(numbers.subList(i + 1 - window, i + 1)));
      }
    }
    return values;
  }

  private static @Nullable Number mean(List<@Nullable Number> numbers) {
    return numbers.contains(null)
        ? null
        : (Number)
            numbers.stream()
                .mapToDouble(number -> Objects.requireNonNull(number).doubleValue())
                .average()
                .orElse(0);
  }
}
