package dev.mixpaneldata.app.anomalies;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A new status of an anomaly.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdateAnomaly(
    @Param(help = "Id of the anomaly", listedBy = Reference.LIST_ANOMALIES) long id,
    @Param(help = "New status") AnomalyStatus status,
    @Param(help = "What the anomaly is about: Event, Property, …", wireName = "anomalyClass")
        String anomalyClass,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdateAnomalyBuilder.With {
  /** Returns a new status of an anomaly. */
  public static UpdateAnomaly of(long id, AnomalyStatus status, String anomalyClass) {
    return new UpdateAnomaly(id, status, anomalyClass, Optional.empty());
  }
}
