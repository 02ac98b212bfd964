package dev.mixpaneldata.app.dashboards;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A new board that looks for the causes of a change.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record CreateRcaDashboard(
    @Param(help = "Id of the alert or anomaly", wireName = "rca_source_id") long sourceId,
    @Param(
            help = "What it is: a JSON object with type, and date or metric_source",
            wireName = "rca_source_data")
        Json sourceData,
    @Param(help = Param.BODY) Optional<Json> json)
    implements CreateRcaDashboardBuilder.With {
  /** Returns a board about a source. */
  public static CreateRcaDashboard of(long sourceId, Json sourceData) {
    return new CreateRcaDashboard(sourceId, sourceData, Optional.empty());
  }
}
