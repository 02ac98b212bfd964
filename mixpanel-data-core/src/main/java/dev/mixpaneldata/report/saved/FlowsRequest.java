package dev.mixpaneldata.report.saved;

import dev.mixpaneldata.operation.Param;

/** Runs a saved Flows report. */
public record FlowsRequest(
    @Param(help = "Id of a saved Flows report, as inspect bookmarks lists them") long bookmarkId) {}
