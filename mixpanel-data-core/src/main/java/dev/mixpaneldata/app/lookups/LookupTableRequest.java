package dev.mixpaneldata.app.lookups;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;

/** One lookup table. */
public record LookupTableRequest(
    @Param(help = "Id of the lookup table", listedBy = Reference.LIST_LOOKUP_TABLES)
        long dataGroupId) {}
