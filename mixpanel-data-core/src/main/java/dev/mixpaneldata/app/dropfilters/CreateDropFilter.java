package dev.mixpaneldata.app.dropfilters;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A new drop filter.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record CreateDropFilter(
    @Param(help = "Name of the events to discard") String eventName,
    @Param(help = "Conditions as a JSON list; an empty list discards every event of the name")
        Json filters,
    @Param(help = Param.BODY) Optional<Json> json)
    implements CreateDropFilterBuilder.With {
  /** Returns a filter of the events with this name that meet the conditions. */
  public static CreateDropFilter of(String eventName, Json filters) {
    return new CreateDropFilter(eventName, filters, Optional.empty());
  }
}
