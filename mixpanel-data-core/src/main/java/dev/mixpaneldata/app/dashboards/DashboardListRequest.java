package dev.mixpaneldata.app.dashboards;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.List;

/** A request for boards. */
@WithBuilder
public record DashboardListRequest(@Param(help = "Only boards with these ids") List<Long> ids)
    implements DashboardListRequestBuilder.With {
  public DashboardListRequest {
    ids = List.copyOf(ids);
  }

  /** Returns a request for all boards. */
  public static DashboardListRequest of() {
    return new DashboardListRequest(List.of());
  }
}
