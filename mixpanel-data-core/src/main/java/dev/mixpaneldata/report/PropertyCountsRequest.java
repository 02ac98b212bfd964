package dev.mixpaneldata.report;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the number of events over time with each value of a property.
 *
 * @param values only these values; unless given, the {@code limit} most common
 */
@WithBuilder
public record PropertyCountsRequest(
    @Param(help = "Name of the event", suggests = Suggested.EVENTS) String event,
    @Param(help = "Name of the property", suggests = Suggested.PROPERTIES) String propertyName,
    @Flatten DateRange range,
    @Param(help = "Length of a bucket", defaultValue = "day") BucketUnit unit,
    @Param(
            help =
                "What to count: events (general), users (unique), or events per user"
                    + " (average)",
            defaultValue = "general")
        CountType type,
    @Param(help = "Only these values; the limit then has no effect", suggests = Suggested.VALUES)
        List<String> values,
    @Param(help = "Number of most common values", defaultValue = "10") int limit)
    implements PropertyCountsRequestBuilder.With {
  public PropertyCountsRequest {
    Checks.named("The event's name", event);
    Checks.named("The property's name", propertyName);
    Checks.limit(Optional.of(limit));
    values = List.copyOf(values);
  }

  /** Creates a request for the 10 most common values, day by day. */
  public static PropertyCountsRequest of(String event, String propertyName, DateRange range) {
    return new PropertyCountsRequest(
        event, propertyName, range, BucketUnit.DAY, CountType.GENERAL, List.of(), 10);
  }

  /**
   * Returns the Insights report with these numbers. Chosen values are among its segments, which are
   * as many as Mixpanel gives.
   *
   * @throws MixpanelDataException {@code CANNOT_ANSWER} for events per user
   */
  public InsightsRequest asInsights() {
    Grouping property = Grouping.of(Expression.property(propertyName).toString());
    return InsightsRequest.of(Metric.of(type.measure(), event))
        .with(
            r ->
                r.range(range)
                    .unit(unit)
                    .by(List.of(property))
                    .limit(values.isEmpty() ? limit : InsightsRequest.MAX_LIMIT));
  }
}
