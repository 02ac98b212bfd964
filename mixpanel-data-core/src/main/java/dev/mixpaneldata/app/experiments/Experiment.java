package dev.mixpaneldata.app.experiments;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * An experiment.
 *
 * @param status draft, active, concluded, success or fail
 * @param variants its variants, as Mixpanel sends them
 * @param metrics what is measured, as Mixpanel sends it
 * @param startDate as Mixpanel writes it
 * @param endDate as Mixpanel writes it
 * @param featureFlag the flag that assigns the variants
 * @param created as Mixpanel writes it
 * @param modified as Mixpanel writes it
 * @param canUpdateBasic whether the caller may change it; empty if Mixpanel does not say
 */
public record Experiment(
    String id,
    String name,
    Optional<String> description,
    Optional<String> hypothesis,
    Optional<String> status,
    Optional<Json> variants,
    Optional<Json> metrics,
    Optional<Json> settings,
    Optional<String> startDate,
    Optional<String> endDate,
    Optional<Json> tags,
    Optional<Json> featureFlag,
    Optional<String> created,
    Optional<String> modified,
    Optional<Boolean> canUpdateBasic,
    @Remaining Map<String, Json> remaining) {}
