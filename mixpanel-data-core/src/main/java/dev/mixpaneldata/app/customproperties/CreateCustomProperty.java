package dev.mixpaneldata.app.customproperties;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A new custom property, or one to be checked. It has a formula with the properties that the
 * formula reads, or a behavior.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record CreateCustomProperty(
    @Param(help = "Name of the property") String name,
    @Param(help = "The things that have it", wireName = "resourceType")
        CustomPropertyOwner resourceType,
    @Param(help = "Formula of at most 20000 characters, such as A / B", wireName = "displayFormula")
        Optional<String> displayFormula,
    @Param(
            help = "Properties that the formula reads: a JSON object by the formula's letters",
            wireName = "composedProperties")
        Optional<Json> composedProperties,
    @Param(help = "Behavior in place of a formula: a JSON object") Optional<Json> behavior,
    @Param(help = "Description") Optional<String> description,
    @Param(help = Param.BODY) Optional<Json> json)
    implements CreateCustomPropertyBuilder.With {
  /** In characters (Mixpanel's documentation of custom properties). */
  static final int LONGEST_FORMULA = 20_000;

  public CreateCustomProperty {
    if (displayFormula.isPresent() == behavior.isPresent()) {
      throw MixpanelDataException.invalidArgument(
          displayFormula.isPresent()
              ? "The custom property has a formula and a behavior."
              : "The custom property has neither a formula nor a behavior.",
          "Give a formula with the properties that it reads, or a behavior.");
    }
    if (displayFormula.isPresent() && composedProperties.isEmpty()) {
      throw MixpanelDataException.invalidArgument(
          "The properties that the formula reads are missing.",
          "Give them by letter: {\"A\": {\"resourceType\": \"event\", \"type\": \"number\","
              + " \"value\": \"amount\"}}.");
    }
    checkLength(displayFormula);
  }

  /** Refuses a formula that is longer than Mixpanel takes. */
  static void checkLength(Optional<String> formula) {
    int length = formula.map(text -> text.codePointCount(0, text.length())).orElse(0);
    if (length > LONGEST_FORMULA) {
      throw MixpanelDataException.invalidArgument(
          "The formula has " + length + " characters.",
          "Use at most " + LONGEST_FORMULA + " characters.");
    }
  }

  /**
   * Returns a property with a formula.
   *
   * @param composedProperties the properties that the formula reads: a JSON object by the formula's
   *     letters
   */
  public static CreateCustomProperty of(
      String name,
      CustomPropertyOwner resourceType,
      String displayFormula,
      Json composedProperties) {
    return new CreateCustomProperty(
        name,
        resourceType,
        Optional.of(displayFormula),
        Optional.of(composedProperties),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Returns a property that counts a behavior. */
  public static CreateCustomProperty ofBehavior(
      String name, CustomPropertyOwner resourceType, Json behavior) {
    return new CreateCustomProperty(
        name,
        resourceType,
        Optional.empty(),
        Optional.empty(),
        Optional.of(behavior),
        Optional.empty(),
        Optional.empty());
  }
}
