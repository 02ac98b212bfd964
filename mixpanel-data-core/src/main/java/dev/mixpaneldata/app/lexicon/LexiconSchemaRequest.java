package dev.mixpaneldata.app.lexicon;

import dev.mixpaneldata.operation.Param;

/** A request for one schema. */
public record LexiconSchemaRequest(
    @Param(help = "What the schema describes") EntityType entityType,
    @Param(help = "Name of the event; $user for user profiles") String name) {}
