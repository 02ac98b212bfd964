package dev.mixpaneldata.app.dashboards;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * Another way of linking a report on a board.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdateReportLink(
    @Param(help = "Id of the board", listedBy = Reference.LIST_DASHBOARDS) long dashboardId,
    @Param(help = "Id of the link on the board") long reportLinkId,
    @Param(help = "How it is linked, such as embedded") String type,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdateReportLinkBuilder.With {
  /** Returns a link of a type. */
  public static UpdateReportLink of(long dashboardId, long reportLinkId, String type) {
    return new UpdateReportLink(dashboardId, reportLinkId, type, Optional.empty());
  }
}
