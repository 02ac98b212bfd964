package dev.mixpaneldata.report;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.List;

/**
 * Asks for the counts of several events over time, side by side. Users are not counted by hour or
 * minute.
 */
@WithBuilder
public record EventCountsRequest(
    @Param(help = "Names of the events", required = true, suggests = Suggested.EVENTS)
        List<String> events,
    @Flatten DateRange range,
    @Param(help = "Length of a bucket", defaultValue = "day") BucketUnit unit,
    @Param(
            help =
                "What to count: events (general), users (unique), or events per user"
                    + " (average)",
            defaultValue = "general")
        CountType type)
    implements EventCountsRequestBuilder.With {
  public EventCountsRequest {
    events = Checks.someNames("events", events);
    // Events reference: "you cannot get hourly uniques".
    Checks.refuse(
        type == CountType.UNIQUE && (unit == BucketUnit.HOUR || unit == BucketUnit.MINUTE),
        "Users are not counted by hour or minute here.",
        "Choose the unit day, or ask for a segmentation of each event.");
  }

  /** Creates a request for the number of events of each day. */
  public static EventCountsRequest of(List<String> events, DateRange range) {
    return new EventCountsRequest(events, range, BucketUnit.DAY, CountType.GENERAL);
  }

  /**
   * Returns the Insights report with these numbers, a metric for each event.
   *
   * @throws MixpanelDataException {@code CANNOT_ANSWER} for events per user
   */
  public InsightsRequest asInsights() {
    Measure measure = type.measure();
    return InsightsRequest.of(
            events.stream().map(event -> Metric.of(measure, event)).toArray(Metric[]::new))
        .with(r -> r.range(range).unit(unit));
  }
}
