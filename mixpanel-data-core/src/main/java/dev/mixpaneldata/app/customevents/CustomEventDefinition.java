package dev.mixpaneldata.app.customevents;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A custom event as the Lexicon describes it.
 *
 * @param id the id of its definition
 * @param customEventId the id by which it is changed and deleted
 * @param lastModified as Mixpanel writes it
 * @param createdUtc as Mixpanel writes it
 */
public record CustomEventDefinition(
    Optional<Long> id,
    Optional<Long> customEventId,
    Optional<String> name,
    Optional<String> displayName,
    Optional<String> description,
    Optional<Boolean> hidden,
    Optional<Boolean> dropped,
    Optional<Boolean> merged,
    Optional<Boolean> verified,
    List<String> tags,
    Optional<String> status,
    Optional<String> lastModified,
    Optional<String> createdUtc,
    @Remaining Map<String, Json> remaining) {}
