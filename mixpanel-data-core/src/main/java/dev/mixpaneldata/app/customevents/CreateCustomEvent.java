package dev.mixpaneldata.app.customevents;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Optional;

/**
 * A new custom event.
 *
 * @param alternatives the names of the events that count as this one
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record CreateCustomEvent(
    @Param(help = "Name of the custom event") String name,
    @Param(help = "Names of the events that count as this one", required = true)
        List<String> alternatives,
    @Param(help = Param.BODY) Optional<Json> json)
    implements CreateCustomEventBuilder.With {
  public CreateCustomEvent {
    alternatives = List.copyOf(alternatives);
  }

  /** Returns a custom event that stands for these events. */
  public static CreateCustomEvent of(String name, List<String> alternatives) {
    return new CreateCustomEvent(name, alternatives, Optional.empty());
  }
}
