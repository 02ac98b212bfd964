package dev.mixpaneldata.app.alerts;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import java.util.List;

/** Several alerts. */
public record AlertIdsRequest(
    @Param(help = "Ids of the alerts", listedBy = Reference.LIST_ALERTS, required = true)
        List<Long> ids) {
  public AlertIdsRequest {
    ids = List.copyOf(ids);
  }
}
