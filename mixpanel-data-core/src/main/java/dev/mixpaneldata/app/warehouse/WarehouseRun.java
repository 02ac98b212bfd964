package dev.mixpaneldata.app.warehouse;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A run of an import.
 *
 * @param status {@code RUNNING}, {@code SUCCEEDED}, {@code FAILED} or {@code CANCELLED}
 * @param startTime as Mixpanel writes it
 * @param endTime as Mixpanel writes it; empty while it runs
 */
public record WarehouseRun(
    Optional<String> status,
    Optional<Long> startTime,
    Optional<Long> endTime,
    Optional<Long> numEventsImported,
    @Remaining Map<String, Json> remaining) {}
