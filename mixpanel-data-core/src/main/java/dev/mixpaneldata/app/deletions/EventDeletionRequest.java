package dev.mixpaneldata.app.deletions;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;

/** One request to erase events. */
public record EventDeletionRequest(
    @Param(help = "Id of the request", listedBy = Reference.LIST_DELETION_REQUESTS)
        long requestId) {}
