package dev.mixpaneldata.app.dashboards;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A new board: empty, a copy of another, or whole with its rows of reports and texts.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record CreateDashboard(
    @Param(help = "Title of at most 255 characters") String title,
    @Param(help = "Description of at most 400 characters") Optional<String> description,
    @Param(help = "Whether only its creator sees it") Optional<Boolean> isPrivate,
    @Param(help = "Whether only its creator may change it") Optional<Boolean> isRestricted,
    @Param(help = "Id of a board to copy", listedBy = Reference.LIST_DASHBOARDS)
        Optional<Long> duplicate,
    @Param(
            help =
                "All rows from top to bottom, each a list of 1 to 4 cells: {\"text\": HTML} or"
                    + " {\"name\": …, \"type\": insights|funnels|retention|flows, \"params\": {…}}")
        Optional<Json> rows,
    @Param(help = "Filters of the whole board, a JSON list") Optional<Json> filters,
    @Param(help = "Breakdowns of the whole board, a JSON list") Optional<Json> breakdowns,
    @Param(help = "Period of the whole board, a JSON object") Optional<Json> timeFilter,
    @Param(help = Param.BODY) Optional<Json> json)
    implements CreateDashboardBuilder.With {
  public CreateDashboard {
    BoardLimits.requireShort("title", title, BoardLimits.TITLE);
    description.ifPresent(
        text -> BoardLimits.requireShort("description", text, BoardLimits.DESCRIPTION));
    rows = rows.map(BoardRows::wire);
  }

  /** Returns an empty board. */
  public static CreateDashboard of(String title) {
    return new CreateDashboard(
        title,
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
