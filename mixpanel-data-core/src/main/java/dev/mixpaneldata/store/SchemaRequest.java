package dev.mixpaneldata.store;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;

/** Asks for the columns of a local table. */
public record SchemaRequest(
    @Param(help = "Local table", listedBy = Reference.LIST_TABLES) String table,
    @Param(help = "Show a random row beside the columns") boolean sample) {}
