package dev.mixpaneldata.app.dashboards;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/** The variables of a board that was made from a template. */
public record BlueprintConfig(Optional<Json> variables, @Remaining Map<String, Json> remaining) {}
