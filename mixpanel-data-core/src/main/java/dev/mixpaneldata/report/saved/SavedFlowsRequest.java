package dev.mixpaneldata.report.saved;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;

/** Runs a saved Flows report. */
public record SavedFlowsRequest(
    @Param(help = "Id of a saved Flows report", listedBy = Reference.LIST_BOOKMARKS)
        long bookmarkId) {}
