package dev.mixpaneldata.app.warehouse;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import dev.mixpaneldata.value.Tabular;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The latest runs of an import, at most 30.
 *
 * @param runs the runs, as Mixpanel orders them
 */
public record WarehouseHistory(List<WarehouseRun> runs, @Remaining Map<String, Json> remaining)
    implements Tabular {
  @Override
  public List<String> header() {
    return List.of("status", "start_time", "end_time", "num_events_imported");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return runs.stream().map(WarehouseHistory::row).toList();
  }

  private static List<@Nullable Object> row(WarehouseRun run) {
    return Arrays.<@Nullable Object>asList(
        run.status().orElse(null),
        run.startTime().orElse(null),
        run.endTime().orElse(null),
        run.numEventsImported().orElse(null));
  }
}
