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
public record UpdatePropertyDefinitions(
    @Param(
            help =
                "A JSON list of objects, each with the name and resourceType of a property and its new fields")
        Json properties,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdatePropertyDefinitionsBuilder.With {
  /** Returns the changes of a JSON list. */
  public static UpdatePropertyDefinitions of(Json properties) {
    return new UpdatePropertyDefinitions(properties, Optional.empty());
  }
}
