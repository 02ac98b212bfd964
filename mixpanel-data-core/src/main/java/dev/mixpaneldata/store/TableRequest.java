package dev.mixpaneldata.store;

import dev.mixpaneldata.operation.Param;

/** Names the local table to look at. */
public record TableRequest(
    @Param(help = "Local table, as inspect tables lists them") String table) {}
