package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.report.NumericSeriesRequest;
import dev.mixpaneldata.report.NumericSeriesResult;
import dev.mixpaneldata.testkit.expression.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sums and averages over time. A value that is not a number counts as 0, and in the average as an
 * event too.
 */
final class NumericSeries {
  private final NaiveProject project;
  private final NumericSeriesRequest request;
  private final Map<String, List<Double>> numbers = new HashMap<>();

  NumericSeries(NaiveProject project, NumericSeriesRequest request) {
    this.project = project;
    this.request = request;
    TimeBuckets cut = TimeBuckets.by(request.unit().unit(), request.range());
    cut.names().forEach(bucket -> numbers.put(bucket, new ArrayList<>()));
    Expression on = Expression.on(request.on());
    for (NaiveEvent event :
        project.events(
            project
                .within(request.range())
                .and(project.selected(request.event(), request.where())))) {
      String bucket = cut.nameAt().apply(project.clock(event));
      numbers.computeIfAbsent(bucket, b -> new ArrayList<>()).add(number(on, event));
    }
  }

  private double number(Expression on, NaiveEvent event) {
    return project.value(on, event) instanceof Value.Numeric number ? number.value() : 0;
  }

  NumericSeriesResult sum() {
    Map<String, @Nullable Double> results = new HashMap<>();
    numbers.forEach((bucket, values) -> results.put(bucket, sum(values)));
    return NumericSeriesResult.of(request, results, Optional.empty(), Optional.empty());
  }

  NumericSeriesResult average() {
    Map<String, @Nullable Double> results = new HashMap<>();
    numbers.forEach(
        (bucket, values) ->
            results.put(bucket, values.isEmpty() ? null : sum(values) / values.size()));
    return NumericSeriesResult.of(request, results, Optional.empty(), Optional.empty());
  }

  private static double sum(List<Double> values) {
    return values.stream().mapToDouble(value -> value).sum();
  }
}
