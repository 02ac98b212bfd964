package dev.mixpaneldata.app.anomalies;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A count of events or of a property that is not what Mixpanel expected.
 *
 * @param timestamp when it was found, as Mixpanel writes it
 * @param predictedLower the least that was expected
 * @param predictedUpper the most that was expected
 * @param percentVariance the difference in percent, as Mixpanel writes it: {@code 66.7%}
 * @param status {@code open} or {@code dismissed}
 * @param anomalyClass what it is about: Event, Property, …
 * @param event the id of the event
 */
public record DataVolumeAnomaly(
    long id,
    Optional<String> anomalyClass,
    Optional<String> status,
    Optional<String> timestamp,
    Optional<String> eventName,
    Optional<String> propertyName,
    Optional<String> metricName,
    Optional<Long> actualCount,
    Optional<Long> predictedLower,
    Optional<Long> predictedUpper,
    Optional<String> percentVariance,
    Optional<Long> project,
    Optional<Long> event,
    Optional<Long> property,
    Optional<Long> metric,
    Optional<String> metricType,
    Optional<String> primaryType,
    Optional<Json> driftTypes,
    @Remaining Map<String, Json> remaining) {}
