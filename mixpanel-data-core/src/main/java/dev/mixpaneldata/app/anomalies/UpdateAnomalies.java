package dev.mixpaneldata.app.anomalies;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A new status of several anomalies.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdateAnomalies(
    @Param(help = "A JSON list of objects with the id and the anomalyClass of an anomaly")
        Json anomalies,
    @Param(help = "New status of all of them") AnomalyStatus status,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdateAnomaliesBuilder.With {
  /** Returns a new status of the anomalies in a JSON list. */
  public static UpdateAnomalies of(Json anomalies, AnomalyStatus status) {
    return new UpdateAnomalies(anomalies, status, Optional.empty());
  }
}
