package dev.mixpaneldata.app.flags;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;

/** One flag. */
public record FlagRequest(
    @Param(help = "Id of the flag", listedBy = Reference.LIST_FLAGS) String flagId) {}
