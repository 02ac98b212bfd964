package dev.mixpaneldata.app.enforcement;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Optional;

/**
 * A change of the enforcement of schemas. What is not given stays as it is.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdateEnforcement(
    @Param(help = "Warn and Accept, Warn and Hide or Warn and Drop", wireName = "ruleEvent")
        Optional<String> ruleEvent,
    @Param(help = "Addresses that are notified; [] for none", wireName = "notificationEmails")
        Optional<List<String>> notificationEmails,
    @Param(help = "Names of the events that it holds for") Optional<List<String>> events,
    @Param(help = "The properties it holds for: a JSON object of lists of names")
        Optional<Json> properties,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdateEnforcementBuilder.With {
  /** Returns a change of nothing yet. */
  public static UpdateEnforcement of() {
    return new UpdateEnforcement(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
