package dev.mixpaneldata.app.webhooks;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * The outcome of a call of a webhook.
 *
 * @param statusCode the HTTP status of the answer
 */
public record WebhookTest(
    boolean success,
    Optional<Long> statusCode,
    Optional<String> message,
    @Remaining Map<String, Json> remaining) {}
