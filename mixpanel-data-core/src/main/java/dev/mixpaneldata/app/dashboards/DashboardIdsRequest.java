package dev.mixpaneldata.app.dashboards;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import java.util.List;

/** Several boards. */
public record DashboardIdsRequest(
    @Param(help = "Ids of the boards", listedBy = Reference.LIST_DASHBOARDS, required = true)
        List<Long> ids) {
  public DashboardIdsRequest {
    ids = List.copyOf(ids);
  }
}
