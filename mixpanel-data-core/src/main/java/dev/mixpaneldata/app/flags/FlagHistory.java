package dev.mixpaneldata.app.flags;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of what happened to a flag.
 *
 * @param events entries as Mixpanel sends them
 * @param count the number of all entries
 */
public record FlagHistory(
    List<Json> events, Optional<Long> count, @Remaining Map<String, Json> remaining) {}
