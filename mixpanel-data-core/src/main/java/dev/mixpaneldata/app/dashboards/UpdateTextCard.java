package dev.mixpaneldata.app.dashboards;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * Another text of a card on a board.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdateTextCard(
    @Param(help = "Id of the board", listedBy = Reference.LIST_DASHBOARDS) long dashboardId,
    @Param(help = "Id of the card on the board") long textCardId,
    @Param(help = "The text") Optional<String> markdown,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdateTextCardBuilder.With {
  /** Returns a change of nothing yet. */
  public static UpdateTextCard of(long dashboardId, long textCardId) {
    return new UpdateTextCard(dashboardId, textCardId, Optional.empty(), Optional.empty());
  }
}
