package dev.mixpaneldata.app.customproperties;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A new content of a custom property. Mixpanel replaces the property by what is given.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdateCustomProperty(
    @Param(help = "Id of the custom property", listedBy = Reference.LIST_CUSTOM_PROPERTIES)
        String customPropertyId,
    @Param(help = "New name") Optional<String> name,
    @Param(help = "New description") Optional<String> description,
    @Param(
            help = "New formula of at most 20000 characters, such as A / B",
            wireName = "displayFormula")
        Optional<String> displayFormula,
    @Param(
            help = "Properties that the formula reads: a JSON object by the formula's letters",
            wireName = "composedProperties")
        Optional<Json> composedProperties,
    @Param(help = "Whether only its owner may change it", wireName = "isLocked")
        Optional<Boolean> isLocked,
    @Param(help = "Whether lists show it", wireName = "isVisible") Optional<Boolean> isVisible,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdateCustomPropertyBuilder.With {
  public UpdateCustomProperty {
    CreateCustomProperty.checkLength(displayFormula);
  }

  /** Returns a content of nothing yet. */
  public static UpdateCustomProperty of(String customPropertyId) {
    return new UpdateCustomProperty(
        customPropertyId,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
