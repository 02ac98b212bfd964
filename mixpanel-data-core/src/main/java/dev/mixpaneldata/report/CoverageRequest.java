package dev.mixpaneldata.report;

import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.value.DateRange;
import java.util.List;

/** Asks how often properties are set. */
public record CoverageRequest(
    @Param(help = "Name of the event", suggests = Suggested.EVENTS) String event,
    @Param(help = "Names of the properties", required = true, suggests = Suggested.PROPERTIES)
        List<String> properties,
    @Flatten DateRange range) {
  public CoverageRequest {
    Checks.named("The event's name", event);
    properties = Checks.someNames("properties", properties);
  }
}
