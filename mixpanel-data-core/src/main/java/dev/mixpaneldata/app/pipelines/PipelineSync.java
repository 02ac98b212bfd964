package dev.mixpaneldata.app.pipelines;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The exports of one day.
 *
 * @param date the day
 * @param status {@code synced}, or how far it is
 * @param syncTimes when it was exported, as Mixpanel writes it
 */
public record PipelineSync(
    String date,
    Optional<String> status,
    List<String> syncTimes,
    @Remaining Map<String, Json> remaining) {}
