package dev.mixpaneldata.app.anomalies;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/** A request for anomalies of the data's volume. */
@WithBuilder
public record AnomalyListRequest(
    @Param(help = "Only anomalies of this status") Optional<AnomalyStatus> status,
    @Param(help = "Maximum number of anomalies") Optional<Integer> limit,
    @Param(help = "Only anomalies of the event with this id") Optional<Long> eventId,
    @Param(help = "Only anomalies of the property with this id") Optional<Long> propId,
    @Param(help = "Whether anomalies of properties are listed, too")
        Optional<Boolean> includePropertyAnomalies,
    @Param(help = "Whether anomalies of metrics are listed, too")
        Optional<Boolean> includeMetricAnomalies)
    implements AnomalyListRequestBuilder.With {
  /** Returns a request for all anomalies. */
  public static AnomalyListRequest of() {
    return new AnomalyListRequest(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
