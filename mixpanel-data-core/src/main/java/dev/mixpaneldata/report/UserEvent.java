package dev.mixpaneldata.report;

import dev.mixpaneldata.value.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * Something a user did.
 *
 * @param time when; absent where Mixpanel does not say
 * @param distinctId the id it was sent with
 * @param properties all properties
 */
public record UserEvent(
    String event, Optional<Instant> time, Optional<String> distinctId, Json properties) {}
