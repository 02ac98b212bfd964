package dev.mixpaneldata.app.definitions;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the Lexicon says about an event.
 *
 * @param id empty for an event that Mixpanel has seen and nobody has described
 * @param hidden whether Mixpanel's menus leave it out
 * @param dropped whether Mixpanel no longer ingests it
 * @param merged whether it was merged into another event
 * @param lastModified as Mixpanel writes it
 * @param createdUtc as Mixpanel writes it, UTC
 * @param modifiedUtc as Mixpanel writes it, UTC
 */
public record EventDefinition(
    String name,
    Optional<Long> id,
    Optional<String> displayName,
    Optional<String> description,
    Optional<Boolean> hidden,
    Optional<Boolean> dropped,
    Optional<Boolean> merged,
    Optional<Boolean> verified,
    List<String> tags,
    Optional<Long> customEventId,
    Optional<String> lastModified,
    Optional<String> status,
    List<String> platforms,
    Optional<String> createdUtc,
    Optional<String> modifiedUtc,
    @Remaining Map<String, Json> remaining) {}
