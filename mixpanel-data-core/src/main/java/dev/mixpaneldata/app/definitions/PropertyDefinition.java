package dev.mixpaneldata.app.definitions;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * What the Lexicon says about a property.
 *
 * @param id empty for a property that Mixpanel has seen and nobody has described
 * @param resourceType what has the property: Event, User or another kind, as Mixpanel writes it
 * @param hidden whether Mixpanel's menus leave it out
 * @param dropped whether Mixpanel no longer ingests it
 * @param merged whether it was merged into another property
 * @param sensitive whether it holds personal data
 */
public record PropertyDefinition(
    String name,
    Optional<Long> id,
    Optional<String> resourceType,
    Optional<String> displayName,
    Optional<String> description,
    Optional<Boolean> hidden,
    Optional<Boolean> dropped,
    Optional<Boolean> merged,
    Optional<Boolean> sensitive,
    Optional<String> exampleValue,
    Optional<String> dataGroupId,
    @Remaining Map<String, Json> remaining) {}
