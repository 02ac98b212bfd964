package dev.mixpaneldata.app.flags;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * How many flags the plan allows.
 *
 * @param contractStatus active, grace_period or expired
 */
public record FlagLimits(
    Optional<Long> limit,
    Optional<Boolean> isTrial,
    Optional<Long> currentUsage,
    Optional<String> contractStatus,
    @Remaining Map<String, Json> remaining) {}
