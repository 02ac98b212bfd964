package dev.mixpaneldata.app.dashboards;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;

/** A request for the templates of boards. */
@WithBuilder
public record BlueprintListRequest(
    @Param(help = "Also the reports of each template") boolean includeReports)
    implements BlueprintListRequestBuilder.With {
  /** Returns a request for the templates without their reports. */
  public static BlueprintListRequest of() {
    return new BlueprintListRequest(false);
  }
}
