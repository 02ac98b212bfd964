package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.endpoint.Refusal;
import dev.mixpaneldata.testkit.endpoint.Route;
import dev.mixpaneldata.testkit.http.Parameters;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drop filters, whose changes are answered with all of them, custom properties and events. */
final class GovernanceEntities {
  private static final Pattern ALTERNATIVE = Pattern.compile("\"event\":\"([^\"]*)\"");
  private static final int LIMIT = 10;

  private GovernanceEntities() {}

  static List<Route> dropFilters(Entities entities) {
    EntityStore filters =
        entities.keep(
            "drop-filters",
            EntityStore.numbered("Drop filter")
                .requires("event_name", "filters")
                .defaults("{\"active\":true,\"created\":\"2026-01-02T10:00:00\"}"));
    String all = "/data-definitions/events/drop-filters";
    return EntityPaths.scoped()
        .answering("GET", all, asked -> Action.array(filters.all()))
        .answering(
            "POST",
            all,
            asked -> {
              filters.create(asked.body());
              return Action.array(filters.all());
            })
        .answering(
            "PATCH",
            all,
            asked -> {
              filters.update(asked.body().path("id").asText(), asked.body());
              return Action.array(filters.all());
            })
        .answering(
            "DELETE",
            all,
            asked -> {
              filters.delete(asked.body().path("id").asText());
              return Action.array(filters.all());
            })
        .answering(
            "GET",
            all + "/limits",
            asked -> JsonNodeFactory.instance.objectNode().put("filterLimit", LIMIT))
        .routes();
  }

  static List<Route> customProperties(Entities entities) {
    EntityStore properties =
        entities.keep(
            "custom-properties",
            EntityStore.numbered("Custom property")
                .requires("name", "resourceType")
                .completedBy(property -> property.set("custom_property_id", property.path("id"))));
    return EntityPaths.scoped()
        .answering("POST", "/custom_properties/validate", asked -> verdict(asked.body()))
        .crud("/custom_properties", properties)
        .answering(
            "PUT", "/custom_properties/*", asked -> properties.update(asked.id(), asked.body()))
        .routes();
  }

  /** A letter of the formula that nothing explains is the only mistake that the fake finds. */
  private static JsonNode verdict(ObjectNode property) {
    ObjectNode verdict = JsonNodeFactory.instance.objectNode();
    var errors = verdict.putArray("errors");
    Matcher letters =
        Pattern.compile("\\b[A-Z]\\b").matcher(property.path("displayFormula").asText());
    while (letters.find()) {
      if (!property.path("composedProperties").has(letters.group())) {
        errors.add("Unknown property: " + letters.group());
      }
    }
    return verdict.put("valid", errors.isEmpty());
  }

  static List<Route> customEvents(Entities entities) {
    EntityStore events =
        entities.keep(
            "custom-events",
            EntityStore.numbered("Custom event")
                .requires("name")
                .completedBy(event -> event.set("customEventId", event.path("id"))));
    String definitions = "/data-definitions/events";
    return EntityPaths.scoped()
        .answering("GET", definitions, asked -> Action.array(events.all()))
        .answering(
            "PATCH",
            definitions,
            asked -> {
              ObjectNode change = asked.body();
              return events.update(change.path("customEventId").asText(), change);
            })
        .answering(
            "DELETE",
            definitions,
            asked -> {
              events.delete(asked.body().path("customEventId").asText());
              return null;
            })
        .answering("POST", "/custom_events", asked -> created(asked, events))
        .routes();
  }

  private static JsonNode created(Asked asked, EntityStore events) throws Refusal {
    Parameters form = Parameters.decode(asked.request().bodyText());
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    form.first("name").ifPresent(name -> event.put("name", name));
    var alternatives = event.putArray("alternatives");
    Matcher named = ALTERNATIVE.matcher(form.first("alternatives").orElse(""));
    while (named.find()) {
      alternatives.addObject().put("event", named.group(1));
    }
    if (alternatives.isEmpty()) {
      throw new Refusal(400, "alternatives: This field is required.");
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set("custom_event", events.create(event));
    return answer;
  }
}
