package dev.mixpaneldata.app.customevents;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;

/**
 * A custom event that was created.
 *
 * @param id the id by which it is changed and deleted
 * @param alternatives the events that count as this one, each a JSON object with {@code event}
 */
public record CustomEvent(
    long id, String name, List<Json> alternatives, @Remaining Map<String, Json> remaining) {}
