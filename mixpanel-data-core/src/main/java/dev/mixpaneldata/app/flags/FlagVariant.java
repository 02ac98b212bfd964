package dev.mixpaneldata.app.flags;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * The variant of a feature flag that a user gets.
 *
 * @param flag the key of the flag
 * @param variantKey the name of the variant
 * @param variantValue its value, any JSON
 * @param isQaTester whether the user is one of the flag's test users
 */
public record FlagVariant(
    String flag,
    String variantKey,
    Optional<Json> variantValue,
    Optional<String> experimentId,
    Optional<Boolean> isExperimentActive,
    Optional<Boolean> isQaTester,
    @Remaining Map<String, Json> remaining) {}
