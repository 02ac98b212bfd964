package dev.mixpaneldata.app.schemas;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON schema that is registered for an event or for profiles.
 *
 * @param entityType {@code event}, {@code custom_event} or {@code profile}
 * @param name the event's name; {@code $user} for user profiles
 * @param version the day of the schema, yyyy-mm-dd
 * @param schemaJson the schema whole, as Mixpanel sends it
 */
public record SchemaEntry(
    String entityType,
    Optional<String> name,
    Optional<String> version,
    Optional<Json> schemaJson,
    @Remaining Map<String, Json> remaining) {}
