package dev.mixpaneldata.app.lexicon;

import dev.mixpaneldata.operation.Param;
import java.util.Optional;

/** Asks for schemas. */
public record LexiconSchemasRequest(
    @Param(help = "Only schemas of events, or only those of profiles")
        Optional<EntityType> entityType) {}
