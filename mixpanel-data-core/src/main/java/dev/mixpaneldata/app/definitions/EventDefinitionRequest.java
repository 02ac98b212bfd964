package dev.mixpaneldata.app.definitions;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;

/** One event of the Lexicon. */
public record EventDefinitionRequest(
    @Param(help = "Name of the event", listedBy = Reference.LIST_EVENTS, alias = "name")
        String eventName) {}
