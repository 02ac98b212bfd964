package dev.mixpaneldata.report;

import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.value.DateRange;
import java.util.List;

/** Asks how often properties are set. */
public record CoverageRequest(
    @Param(help = "Name of the event") String event,
    @Param(help = "Names of the properties", required = true) List<String> properties,
    @Flatten DateRange range) {
  public CoverageRequest {
    Checks.named("The event's name", event);
    properties = Checks.someNames("properties", properties);
  }
}
