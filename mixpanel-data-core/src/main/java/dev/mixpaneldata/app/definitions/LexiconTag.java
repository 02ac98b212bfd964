package dev.mixpaneldata.app.definitions;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A tag of events in the Lexicon.
 *
 * @param id empty where Mixpanel lists tags by their names alone
 */
public record LexiconTag(Optional<Long> id, String name, @Remaining Map<String, Json> remaining) {}
