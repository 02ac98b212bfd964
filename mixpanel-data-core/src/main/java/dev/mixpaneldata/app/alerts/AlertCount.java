package dev.mixpaneldata.app.alerts;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/** The number of alerts of a project. */
public record AlertCount(
    Optional<Long> anomalyAlertsCount,
    Optional<Long> alertLimit,
    Optional<Boolean> isBelowLimit,
    @Remaining Map<String, Json> remaining) {}
