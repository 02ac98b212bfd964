package dev.mixpaneldata.app.alerts;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether alerts fit a changed report.
 *
 * @param alertValidations objects with alert_id, alert_name, valid and reason
 */
public record AlertValidation(
    List<Json> alertValidations,
    Optional<Long> invalidCount,
    @Remaining Map<String, Json> remaining) {}
