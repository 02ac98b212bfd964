package dev.mixpaneldata.app.webhooks;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * An address that Mixpanel calls.
 *
 * @param authType basic, or empty for none
 * @param created as Mixpanel writes it
 * @param modified as Mixpanel writes it
 */
public record Webhook(
    String id,
    String name,
    Optional<String> url,
    Optional<Boolean> isEnabled,
    Optional<String> authType,
    Optional<String> created,
    Optional<String> modified,
    Optional<Long> creatorId,
    Optional<String> creatorName,
    @Remaining Map<String, Json> remaining) {}
