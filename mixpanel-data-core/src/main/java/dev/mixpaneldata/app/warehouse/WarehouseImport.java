package dev.mixpaneldata.app.warehouse;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * An import from a table of a data warehouse.
 *
 * @param importType {@code event_stream}, {@code people}, {@code groups} or {@code lookup_table}
 * @param syncMode {@code time_based}, {@code mirror_mode}, {@code full_sync} or {@code one_time}
 * @param created as Mixpanel writes it
 * @param tableParams where the table is; its fields depend on the kind of warehouse
 * @param runEvery the time between two runs in nanoseconds; 0 if it runs on request
 * @param lastDispatch when it last ran, as Mixpanel writes it
 */
public record WarehouseImport(
    long id,
    Optional<String> importType,
    Optional<String> syncMode,
    Optional<String> created,
    Optional<Long> creatorId,
    Optional<String> creatorName,
    Optional<Long> warehouseSourceId,
    Optional<Json> tableParams,
    Optional<Boolean> paused,
    Optional<Long> runEvery,
    Optional<Long> lastDispatch,
    Optional<Boolean> isDeleted,
    @Remaining Map<String, Json> remaining) {}
