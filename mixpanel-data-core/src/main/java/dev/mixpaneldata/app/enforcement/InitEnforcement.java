package dev.mixpaneldata.app.enforcement;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * The beginning of the enforcement of schemas.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record InitEnforcement(
    @Param(
            help =
                "What happens to an event that does not fit: Warn and Accept, Warn and Hide or Warn"
                    + " and Drop",
            wireName = "ruleEvent")
        String ruleEvent,
    @Param(help = Param.BODY) Optional<Json> json)
    implements InitEnforcementBuilder.With {
  /** Returns an enforcement by this rule. */
  public static InitEnforcement of(String ruleEvent) {
    return new InitEnforcement(ruleEvent, Optional.empty());
  }
}
