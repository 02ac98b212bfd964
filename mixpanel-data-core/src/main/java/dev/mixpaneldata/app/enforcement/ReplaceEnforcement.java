package dev.mixpaneldata.app.enforcement;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Optional;

/**
 * An enforcement of schemas in place of the one that is there.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record ReplaceEnforcement(
    @Param(help = "Warn and Accept, Warn and Hide or Warn and Drop", wireName = "ruleEvent")
        String ruleEvent,
    @Param(help = "The rules for events, a JSON list") Json events,
    @Param(
            help = "The rules for properties of all events, a JSON list",
            wireName = "commonProperties")
        Json commonProperties,
    @Param(help = "The rules for properties of users, a JSON list", wireName = "userProperties")
        Json userProperties,
    @Param(
            help = "Addresses that are notified; [] for none",
            wireName = "notificationEmails",
            required = true)
        List<String> notificationEmails,
    @Param(help = "Id of the schema", wireName = "schemaId") Optional<Long> schemaId,
    @Param(help = Param.BODY) Optional<Json> json)
    implements ReplaceEnforcementBuilder.With {
  public ReplaceEnforcement {
    notificationEmails = List.copyOf(notificationEmails);
  }

  /** Returns an enforcement that notifies nobody. */
  public static ReplaceEnforcement of(
      String ruleEvent, Json events, Json commonProperties, Json userProperties) {
    return new ReplaceEnforcement(
        ruleEvent,
        events,
        commonProperties,
        userProperties,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
