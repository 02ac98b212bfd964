package dev.mixpaneldata.report;

import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.DateRange;
import java.util.List;

/**
 * Asks for users by their number of events.
 *
 * @param buckets the least number of events of each group, ascending; 1, 2, 5, 10, 25, 50 and 100
 *     if none are given
 */
@WithBuilder
public record EngagementRequest(
    @Flatten DateRange range,
    @Param(help = "Only events with these names", suggests = Suggested.EVENTS) List<String> events,
    @Param(help = "Smallest number of events of each group", defaultValue = "1,2,5,10,25,50,100")
        List<Integer> buckets)
    implements EngagementRequestBuilder.With {
  private static final List<Integer> DEFAULT_BUCKETS = List.of(1, 2, 5, 10, 25, 50, 100);

  public EngagementRequest {
    events = List.copyOf(events);
    buckets = buckets.isEmpty() ? DEFAULT_BUCKETS : buckets.stream().distinct().sorted().toList();
    Checks.refuse(
        buckets.get(0) < 1,
        "A group begins at " + buckets.get(0) + " events.",
        "Users without events are not known; begin at 1.");
  }

  /** Creates a request for all events, in the usual groups. */
  public static EngagementRequest of(DateRange range) {
    return new EngagementRequest(range, List.of(), DEFAULT_BUCKETS);
  }
}
