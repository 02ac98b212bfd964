package dev.mixpaneldata.store;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;

/** Names the local table to look at. */
public record TableRequest(
    @Param(help = "Local table", listedBy = Reference.LIST_TABLES) String table) {}
