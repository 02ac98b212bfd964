package dev.mixpaneldata.app.schemas;

import dev.mixpaneldata.app.lexicon.EntityType;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.value.Json;

/** A schema to register, in place of the one that is there. */
public record CreateSchema(
    @Param(help = "What the schema describes") EntityType entityType,
    @Param(help = "Name of the event; $user for user profiles") String entityName,
    @Param(help = "The schema, a JSON object: {\"properties\": …}") Json schemaJson) {}
