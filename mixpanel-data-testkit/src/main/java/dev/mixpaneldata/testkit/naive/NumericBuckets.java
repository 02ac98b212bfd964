package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.report.NumericBucketsRequest;
import dev.mixpaneldata.report.NumericBucketsResult;
import dev.mixpaneldata.testkit.expression.Value;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events by ranges of a number; those without a number are left out. */
final class NumericBuckets {
  /** The highest number of ranges, unless the request has its own, as in Mixpanel's older pages. */
  static final int DEFAULT_RANGES = 12;

  private final NaiveProject project;

  NumericBuckets(NaiveProject project) {
    this.project = project;
  }

  NumericBucketsResult result(NumericBucketsRequest request) {
    Expression on = Expression.on(request.on());
    // Compared by identity: two events may be equal in every field.
    Map<NaiveEvent, Double> numbers = new IdentityHashMap<>();
    for (NaiveEvent event :
        project.events(
            project
                .within(request.range())
                .and(project.selected(request.event(), request.where())))) {
      if (project.value(on, event) instanceof Value.Numeric number) {
        numbers.put(event, number.value());
      }
    }
    TimeBuckets cut = TimeBuckets.by(request.unit().unit(), request.range());
    CountsBySegment counts = new CountsBySegment(project, request.type(), cut);
    if (numbers.isEmpty()) {
      return NumericBucketsResult.of(request, Map.of(), Optional.empty());
    }
    ValueRanges ranges = ValueRanges.of(numbers.values(), request.buckets().orElse(DEFAULT_RANGES));
    numbers.forEach((event, number) -> counts.add(event, List.of(ranges.name(number))));
    return NumericBucketsResult.of(request, counts.series(ranges.names()), Optional.empty());
  }
}
