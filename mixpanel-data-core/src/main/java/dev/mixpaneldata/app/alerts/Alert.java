package dev.mixpaneldata.app.alerts;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An alert on a saved report.
 *
 * @param bookmark the saved report: an object with id, name and type
 * @param frequency seconds between two checks
 * @param subscriptions who is told: objects with type and value
 * @param creator its author: an object with id and names
 * @param created as Mixpanel writes it
 * @param modified as Mixpanel writes it
 * @param valid whether it still fits its report
 */
public record Alert(
    long id,
    String name,
    Optional<Json> bookmark,
    Optional<Json> condition,
    Optional<Long> frequency,
    boolean paused,
    List<Json> subscriptions,
    Optional<Json> notificationWindows,
    Optional<Json> creator,
    Optional<String> created,
    Optional<String> modified,
    Optional<String> lastChecked,
    Optional<String> lastFired,
    Optional<Boolean> valid,
    @Remaining Map<String, Json> remaining) {}
