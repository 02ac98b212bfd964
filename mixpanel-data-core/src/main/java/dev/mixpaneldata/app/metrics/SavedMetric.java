package dev.mixpaneldata.app.metrics;

import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A saved metric or behavior.
 *
 * @param type of a metric: metric, formula or warehouse; of a behavior: simple, funnel or retention
 * @param description what people wrote about it
 * @param verified whether somebody has vouched for it
 * @param canView whether the account may see its numbers
 * @param ownedBy the owner, as Mixpanel names them
 * @param definition what it measures, in Mixpanel's own form
 */
public record SavedMetric(
    long id,
    String name,
    String type,
    Optional<String> description,
    boolean verified,
    boolean canView,
    Optional<Json> ownedBy,
    Optional<Json> definition) {}
