package dev.mixpaneldata.app.definitions;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * Changes of several definitions at once.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdateEventDefinitions(
    @Param(help = "A JSON list of objects, each with the name or id of an event and its new fields")
        Json events,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdateEventDefinitionsBuilder.With {
  /** Returns the changes of a JSON list. */
  public static UpdateEventDefinitions of(Json events) {
    return new UpdateEventDefinitions(events, Optional.empty());
  }
}
