package dev.mixpaneldata.app.anomalies;

import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import dev.mixpaneldata.value.Tabular;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a change of several anomalies.
 *
 * @param updated the number that Mixpanel changed; empty if it does not say
 * @param anomalies each with its new status, or with {@code unconfirmed} if Mixpanel changed fewer
 *     than it was asked to, since it does not say which
 */
public record AnomalyUpdates(
    Optional<Long> updated, List<ChangeReceipt> anomalies, @Remaining Map<String, Json> remaining)
    implements Tabular {
  @Override
  public List<String> header() {
    return List.of("id", "outcome");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return anomalies.stream()
        .map(anomaly -> Arrays.<@Nullable Object>asList(anomaly.id(), anomaly.outcome()))
        .toList();
  }
}
