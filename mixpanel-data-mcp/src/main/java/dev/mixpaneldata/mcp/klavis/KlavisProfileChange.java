package dev.mixpaneldata.mcp.klavis;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.ingest.ProfileOperation;
import dev.mixpaneldata.ingest.ProfileUpdate;
import dev.mixpaneldata.internal.json.JsonText;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.value.Json;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Arguments of {@code mixpanel_set_user_profile}. */
record KlavisProfileChange(
    @Param(help = "Distinct id of the user") String distinctId,
    @Param(help = "JSON object of values; for $unset a list of names; none for $delete")
        Optional<Json> properties,
    @Param(
            help = "$set, $set_once, $add, $append, $union, $remove, $unset or $delete",
            defaultValue = "$set")
        String operation,
    @Param(help = "The user agreed to $remove, $unset or $delete") boolean confirm) {
  KlavisProfileChange {
    operation = operation(operation).wireName();
  }

  private static ProfileOperation operation(String name) {
    String wanted = name.startsWith("$") ? name : "$" + name;
    return Arrays.stream(ProfileOperation.values())
        .filter(each -> each.wireName().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                MixpanelDataException.invalidArgument(
                    "There is no operation '" + name + "'.",
                    "Choose one of "
                        + Arrays.stream(ProfileOperation.values())
                            .map(ProfileOperation::wireName)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  ProfileOperation profileOperation() {
    return operation(operation);
  }

  /** Asks the user about a change that takes something away. */
  String question() {
    return profileOperation().loss("'" + distinctId + "'", values().keySet()) + "?";
  }

  ProfileUpdate update() {
    return ProfileUpdate.ofUser(profileOperation(), distinctId, values());
  }

  private Map<String, Object> values() {
    Object given = properties.flatMap(json -> JsonText.parse(json.text())).orElse(null);
    Map<String, Object> values = new LinkedHashMap<>();
    if (given instanceof List<?> names && profileOperation() == ProfileOperation.UNSET) {
      names.forEach(name -> values.put(String.valueOf(name), ""));
      return values;
    }
    return JsonText.members(given, "The properties");
  }
}
