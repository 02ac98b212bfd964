package dev.mixpaneldata.mcp.klavis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.internal.json.JsonText;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.value.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An event to send.
 *
 * @param event its name
 * @param properties a JSON object; {@code time} is set to the present moment if it is absent
 * @param distinctId the user; replaces {@code distinct_id} of the properties
 */
record KlavisEvent(
    @Param(help = "Name of the event") String event,
    @Param(help = "JSON object of its properties") Optional<Json> properties,
    @Param(help = "Distinct id of the user") Optional<String> distinctId) {
  /** The help of a list of them. */
  static final String LIST_HELP = "Events: {\"event\": …, \"properties\": {…}, \"distinct_id\": …}";

  /** Reads a list, whose mistakes are reported by their place in it. */
  static List<KlavisEvent> read(List<Json> events) {
    List<KlavisEvent> read = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      String place = "events[" + i + "]";
      if (!(JsonText.parse(events.get(i).text()).orElse(null) instanceof Map<?, ?> object)) {
        throw MixpanelDataException.invalidArgument(
            place + " is not a JSON object.", "Give {\"event\": …, \"properties\": {…}}.");
      }
      Map<String, Object> fields = new LinkedHashMap<>();
      object.forEach((name, value) -> fields.put(String.valueOf(name), value));
      read.add(Binder.bind(KlavisEvent.class, fields, name -> place + "." + name));
    }
    return read;
  }

  /** Returns the event as Mixpanel takes it. */
  String line(Instant now) {
    ObjectNode all = Mappers.json().createObjectNode();
    if (properties.isPresent()) {
      if (!(Mappers.read(properties.get().text()) instanceof ObjectNode given)) {
        throw MixpanelDataException.invalidArgument(
            "The properties of '" + event + "' are not a JSON object.",
            "Give {\"name\": value, …}.");
      }
      all = given;
    }
    if (!all.hasNonNull("time")) {
      all.put("time", now.toEpochMilli());
    }
    if (distinctId.isPresent()) {
      all.put("distinct_id", distinctId.get());
    }
    return Mappers.json().createObjectNode().put("event", event).set("properties", all).toString();
  }
}
