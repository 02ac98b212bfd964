package dev.mixpaneldata.app.warehouse;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;

/**
 * The latest runs of an import, at most 30.
 *
 * @param runs the runs, as Mixpanel orders them
 */
public record WarehouseHistory(List<WarehouseRun> runs, @Remaining Map<String, Json> remaining) {}
