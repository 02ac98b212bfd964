package dev.mixpaneldata.store;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;

/** Names a local table. */
public record TableRequest(
    @Param(help = "Local table", listedBy = Reference.LIST_TABLES) String table) {}
