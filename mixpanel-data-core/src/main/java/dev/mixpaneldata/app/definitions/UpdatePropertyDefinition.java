package dev.mixpaneldata.app.definitions;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A change of what the Lexicon says about a property. What is not given stays as it is.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdatePropertyDefinition(
    @Param(help = "Name of the property", alias = "name", wireName = "name") String propertyName,
    @Param(help = "What has the property", wireName = "resourceType")
        Optional<ResourceType> resourceType,
    @Param(help = "Whether Mixpanel's menus leave it out") Optional<Boolean> hidden,
    @Param(help = "Whether Mixpanel stops ingesting it") Optional<Boolean> dropped,
    @Param(help = "Whether it is merged into another property") Optional<Boolean> merged,
    @Param(help = "Whether it holds personal data") Optional<Boolean> sensitive,
    @Param(help = "Name that people see", wireName = "displayName") Optional<String> displayName,
    @Param(help = "New description") Optional<String> description,
    @Param(help = "Value that is shown as an example", wireName = "exampleValue")
        Optional<String> exampleValue,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdatePropertyDefinitionBuilder.With {
  /** Returns a change of nothing yet. */
  public static UpdatePropertyDefinition of(String propertyName) {
    return new UpdatePropertyDefinition(
        propertyName,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
