package dev.mixpaneldata.discovery;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/**
 * Asks which event has which property.
 *
 * @param event only the properties of this event
 * @param property only the events that have this property
 * @param table the local table that answers; Mixpanel answers if empty
 */
@WithBuilder
public record SchemaGraphRequest(
    @Param(help = "Only the properties of this event") Optional<String> event,
    @Param(help = "Only the events that have this property") Optional<String> property,
    @Param(
            help = "Answer from this local table, with the exact density for each event",
            listedBy = Reference.LIST_TABLES)
        Optional<String> table)
    implements SchemaGraphRequestBuilder.With {
  /** Creates a request for all events with all their properties. */
  public static SchemaGraphRequest of() {
    return new SchemaGraphRequest(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
