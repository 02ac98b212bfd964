package dev.mixpaneldata.report;

import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.DateRange;
import java.util.Optional;

/** Asks for the most common values of a property. */
@WithBuilder
public record DistributionRequest(
    @Param(help = "Name of the event", suggests = Suggested.EVENTS) String event,
    @Param(help = "Name of the property", suggests = Suggested.PROPERTIES) String propertyName,
    @Flatten DateRange range,
    @Param(help = "Number of most common values", defaultValue = "20") int limit)
    implements DistributionRequestBuilder.With {
  public DistributionRequest {
    Checks.named("The event's name", event);
    Checks.named("The property's name", propertyName);
    Checks.limit(Optional.of(limit));
  }

  /** Creates a request for the 20 most common values. */
  public static DistributionRequest of(String event, String propertyName, DateRange range) {
    return new DistributionRequest(event, propertyName, range, 20);
  }
}
