package dev.mixpaneldata.app.schemas;

import dev.mixpaneldata.app.lexicon.EntityType;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.value.Json;

/** A change of a registered schema, which is merged into it. */
public record UpdateSchema(
    @Param(help = "What the schema describes") EntityType entityType,
    @Param(help = "Name of the event; $user for user profiles") String entityName,
    @Param(help = "The fields to merge into the schema, a JSON object") Json schemaJson) {}
