package dev.mixpaneldata.app.definitions;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * How an event is tracked. Fields are absent where Mixpanel knows nothing.
 *
 * @param lastSeen as Mixpanel writes it
 */
public record TrackingMetadata(
    Optional<String> eventName,
    Optional<Boolean> isTracked,
    Optional<String> lastSeen,
    @Remaining Map<String, Json> remaining) {}
