package dev.mixpaneldata.app.definitions;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A change in the history of a definition.
 *
 * @param action what was done, as a word: {@code created}, {@code updated}, {@code hidden}
 * @param timestamp as Mixpanel writes it
 */
public record DefinitionChange(
    Optional<String> action, Optional<String> timestamp, @Remaining Map<String, Json> remaining) {}
