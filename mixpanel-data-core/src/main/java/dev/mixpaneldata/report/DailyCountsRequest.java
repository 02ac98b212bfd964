package dev.mixpaneldata.report;

import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.DateRange;
import java.util.List;

/** Asks for the number of events of each day, by name. */
@WithBuilder
public record DailyCountsRequest(
    @Flatten DateRange range,
    @Param(help = "Only events with these names", suggests = Suggested.EVENTS) List<String> events)
    implements DailyCountsRequestBuilder.With {
  public DailyCountsRequest {
    events = List.copyOf(events);
  }

  /** Creates a request for all events. */
  public static DailyCountsRequest of(DateRange range) {
    return new DailyCountsRequest(range, List.of());
  }
}
