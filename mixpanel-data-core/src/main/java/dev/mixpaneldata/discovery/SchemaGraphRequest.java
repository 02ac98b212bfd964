package dev.mixpaneldata.discovery;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/**
 * Asks which event has which property.
 *
 * @param event only the properties of this event
 * @param property only the events that have this property
 */
@WithBuilder
public record SchemaGraphRequest(
    @Param(help = "Only the properties of this event") Optional<String> event,
    @Param(help = "Only the events that have this property") Optional<String> property)
    implements SchemaGraphRequestBuilder.With {
  /** Creates a request for all events with all their properties. */
  public static SchemaGraphRequest of() {
    return new SchemaGraphRequest(Optional.empty(), Optional.empty());
  }
}
