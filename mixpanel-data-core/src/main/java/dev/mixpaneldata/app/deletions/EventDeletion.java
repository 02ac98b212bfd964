package dev.mixpaneldata.app.deletions;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A request to erase events, which Mixpanel carries out after some days.
 *
 * @param fromDate the first day, as Mixpanel writes it
 * @param toDate the last day, as Mixpanel writes it
 * @param filters the conditions on the events, a JSON object or list; empty for none
 * @param status Submitted, Processing, Completed or Failed
 * @param created as Mixpanel writes it
 * @param requestingUser who asked for it: an object with id and email
 */
public record EventDeletion(
    long id,
    Optional<String> eventName,
    Optional<String> fromDate,
    Optional<String> toDate,
    Optional<String> status,
    Optional<Long> deletedEventsCount,
    Optional<Json> filters,
    Optional<String> displayName,
    Optional<String> created,
    Optional<Json> requestingUser,
    @Remaining Map<String, Json> remaining) {}
