package dev.mixpaneldata.app.flags;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A feature flag.
 *
 * @param key its name in code
 * @param status enabled, disabled or archived
 * @param context the property that variants are assigned by
 * @param servingMethod client, server, remote_or_local or remote_only
 * @param ruleset its variants and who gets them
 * @param created as Mixpanel writes it
 * @param modified as Mixpanel writes it
 * @param canUpdateBasic whether the caller may change it; empty if Mixpanel does not say
 */
public record FeatureFlag(
    String id,
    String name,
    Optional<String> key,
    Optional<String> description,
    Optional<String> status,
    Optional<Json> tags,
    Optional<String> experimentId,
    Optional<String> context,
    Optional<String> servingMethod,
    Optional<Json> ruleset,
    Optional<Long> workspaceId,
    Optional<String> created,
    Optional<String> modified,
    Optional<String> enabledAt,
    Optional<Boolean> canUpdateBasic,
    @Remaining Map<String, Json> remaining) {}
