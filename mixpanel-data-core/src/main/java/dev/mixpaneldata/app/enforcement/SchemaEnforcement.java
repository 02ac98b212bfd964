package dev.mixpaneldata.app.enforcement;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Mixpanel does with events that do not fit their schemas. After a change Mixpanel may answer
 * with what changed alone, or with nothing.
 *
 * @param ruleEvent Warn and Accept, Warn and Hide, or Warn and Drop
 * @param events the rules for events, a JSON list
 * @param commonProperties the rules for properties of all events, a JSON list
 * @param userProperties the rules for properties of users, a JSON list
 * @param state {@code planned} or {@code ingested}
 */
public record SchemaEnforcement(
    Optional<Long> id,
    Optional<String> ruleEvent,
    Optional<String> state,
    List<String> notificationEmails,
    Optional<Json> events,
    Optional<Json> commonProperties,
    Optional<Json> userProperties,
    Optional<String> lastModified,
    Optional<Json> lastModifiedBy,
    Optional<Json> initializedBy,
    Optional<String> initializedFrom,
    Optional<String> initializedTo,
    @Remaining Map<String, Json> remaining) {}
