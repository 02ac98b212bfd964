package dev.mixpaneldata.app.dashboards;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A change of a board. What is not given stays as it is.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdateDashboard(
    @Param(help = "Id of the board", listedBy = Reference.LIST_DASHBOARDS) long dashboardId,
    @Param(help = "Title of at most 255 characters") Optional<String> title,
    @Param(help = "Description of at most 400 characters") Optional<String> description,
    @Param(help = "Whether only its creator sees it") Optional<Boolean> isPrivate,
    @Param(help = "Whether only its creator may change it") Optional<Boolean> isRestricted,
    @Param(help = "Filters of the whole board, a JSON list") Optional<Json> filters,
    @Param(help = "Breakdowns of the whole board, a JSON list") Optional<Json> breakdowns,
    @Param(help = "Period of the whole board, a JSON object; {} for none")
        Optional<Json> timeFilter,
    @Param(help = "Order of rows and width of cells, a JSON object") Optional<Json> layout,
    @Param(
            help =
                "Change of one cell: an object with action, content_type, content_id and"
                    + " content_params")
        Optional<Json> content,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdateDashboardBuilder.With {
  public UpdateDashboard {
    title.ifPresent(text -> BoardLimits.requireShort("title", text, BoardLimits.TITLE));
    description.ifPresent(
        text -> BoardLimits.requireShort("description", text, BoardLimits.DESCRIPTION));
  }

  /** Returns a change of nothing yet. */
  public static UpdateDashboard of(long dashboardId) {
    return new UpdateDashboard(
        dashboardId,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
