package dev.mixpaneldata.app.dashboards;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A template for boards.
 *
 * @param templateType its name for creating a board
 */
public record BlueprintTemplate(
    Optional<String> templateType,
    Optional<String> titleKey,
    Optional<String> descriptionKey,
    Optional<String> alternativeDescriptionKey,
    Optional<Long> numberOfReports,
    @Remaining Map<String, Json> remaining) {}
