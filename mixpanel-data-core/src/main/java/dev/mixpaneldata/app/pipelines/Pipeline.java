package dev.mixpaneldata.app.pipelines;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A pipeline.
 *
 * @param frequency {@code hourly} or {@code daily}
 * @param lastDispatched when it last ran, as Mixpanel writes it
 * @param syncEnabled whether exported data follows later changes at Mixpanel
 */
public record Pipeline(
    String name,
    Optional<String> frequency,
    Optional<String> lastDispatched,
    Optional<Boolean> syncEnabled,
    @Remaining Map<String, Json> remaining) {}
