package dev.mixpaneldata.store;

import dev.mixpaneldata.operation.Param;

/** A query on the local tables. */
public record SqlRequest(
    @Param(help = "One SELECT in DuckDB's SQL; it reads only the local tables") String query) {}
