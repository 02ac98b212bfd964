package dev.mixpaneldata.report;

import dev.mixpaneldata.value.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * An event of a user.
 *
 * @param time the time of the event; absent if Mixpanel does not report it
 * @param distinctId the id it was sent with
 * @param properties all properties
 */
public record UserEvent(
    String event, Optional<Instant> time, Optional<String> distinctId, Json properties) {}
