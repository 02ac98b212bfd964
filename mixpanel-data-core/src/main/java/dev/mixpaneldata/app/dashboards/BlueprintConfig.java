package dev.mixpaneldata.app.dashboards;

import dev.mixpaneldata.value.Json;
import dev.mixpaneldata.value.Remaining;
import java.util.Map;
import java.util.Optional;

/** The variables of a board that was made from a template. */
public record BlueprintConfig(Optional<Json> variables, @Remaining Map<String, Json> remaining) {}
