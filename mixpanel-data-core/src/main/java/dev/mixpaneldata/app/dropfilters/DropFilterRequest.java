package dev.mixpaneldata.app.dropfilters;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;

/** One drop filter. */
public record DropFilterRequest(
    @Param(help = "Id of the drop filter", listedBy = Reference.LIST_DROP_FILTERS)
        long dropFilterId) {}
