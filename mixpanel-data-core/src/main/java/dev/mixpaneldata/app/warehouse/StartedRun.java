package dev.mixpaneldata.app.warehouse;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;

/** A run of an import that has begun. */
public record StartedRun(String runId, @Remaining Map<String, Json> remaining) {}
