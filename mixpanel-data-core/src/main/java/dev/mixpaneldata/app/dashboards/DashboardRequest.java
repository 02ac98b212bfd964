package dev.mixpaneldata.app.dashboards;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;

/** A request for one board. */
public record DashboardRequest(
    @Param(help = "Id of the board", listedBy = Reference.LIST_DASHBOARDS) long dashboardId) {}
