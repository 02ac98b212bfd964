package dev.mixpaneldata.app.dropfilters;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A change of a drop filter. What is not given stays as it is.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdateDropFilter(
    @Param(help = "Id of the drop filter", wireName = "id", listedBy = Reference.LIST_DROP_FILTERS)
        long dropFilterId,
    @Param(help = "Name of the events to discard") Optional<String> eventName,
    @Param(help = "Conditions as a JSON list") Optional<Json> filters,
    @Param(help = "Whether Mixpanel applies it") Optional<Boolean> active,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdateDropFilterBuilder.With {
  /** Returns a change of nothing yet. */
  public static UpdateDropFilter of(long dropFilterId) {
    return new UpdateDropFilter(
        dropFilterId, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
