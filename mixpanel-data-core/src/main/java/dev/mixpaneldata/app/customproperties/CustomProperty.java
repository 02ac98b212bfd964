package dev.mixpaneldata.app.customproperties;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A property that Mixpanel computes from others when it is asked for.
 *
 * @param customPropertyId its id
 * @param resourceType {@code events}, {@code people} or {@code group_profiles}
 * @param propertyType the type of its values: {@code string}, {@code number}, …
 * @param displayFormula the formula, whose letters {@code composedProperties} explains
 * @param composedProperties the properties that the formula reads, by letter
 * @param behavior the behavior that it counts in place of a formula
 * @param created as Mixpanel writes it
 * @param modified as Mixpanel writes it
 */
public record CustomProperty(
    Optional<Long> customPropertyId,
    Optional<String> name,
    Optional<String> description,
    Optional<String> resourceType,
    Optional<String> propertyType,
    Optional<String> displayFormula,
    Optional<Json> composedProperties,
    Optional<Json> behavior,
    Optional<Boolean> isLocked,
    Optional<Boolean> isVisible,
    Optional<String> dataGroupId,
    Optional<String> created,
    Optional<String> modified,
    Optional<Json> exampleValue,
    @Remaining Map<String, Json> remaining) {}
