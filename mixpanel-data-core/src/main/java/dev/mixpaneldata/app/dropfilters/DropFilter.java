package dev.mixpaneldata.app.dropfilters;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A rule by which Mixpanel discards events of one name as they arrive.
 *
 * @param filters the conditions under which an event is discarded, as Mixpanel keeps them
 * @param active whether Mixpanel applies it
 * @param created as Mixpanel writes it
 */
public record DropFilter(
    long id,
    Optional<String> eventName,
    Optional<Json> filters,
    Optional<Boolean> active,
    Optional<String> displayName,
    Optional<String> created,
    @Remaining Map<String, Json> remaining) {}
