package dev.mixpaneldata.app.dashboards;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * The end of making a board from a template.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record FinishBlueprint(
    @Param(help = "Id of the board", listedBy = Reference.LIST_DASHBOARDS) long dashboardId,
    @Param(help = "A JSON list of cards, each with type, and markdown or name and params")
        Json cards,
    @Param(help = Param.BODY) Optional<Json> json)
    implements FinishBlueprintBuilder.With {
  /** Returns the cards of a board. */
  public static FinishBlueprint of(long dashboardId, Json cards) {
    return new FinishBlueprint(dashboardId, cards, Optional.empty());
  }
}
