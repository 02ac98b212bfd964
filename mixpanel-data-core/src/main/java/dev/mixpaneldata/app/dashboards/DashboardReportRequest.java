package dev.mixpaneldata.app.dashboards;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;

/** A saved report on a board. */
public record DashboardReportRequest(
    @Param(help = "Id of the board", listedBy = Reference.LIST_DASHBOARDS) long dashboardId,
    @Param(help = "Id of the saved report", listedBy = Reference.LIST_BOOKMARKS) long bookmarkId) {}
