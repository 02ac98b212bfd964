package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.endpoint.Refusal;
import dev.mixpaneldata.testkit.endpoint.Route;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the Lexicon says about events and properties, whether people wrote it or not. */
final class DefinitionEntities {
  private static final String DEFINITIONS = "/data-definitions";
  private static final String EVENTS = DEFINITIONS + "/events";
  private static final String PROPERTIES = DEFINITIONS + "/properties";

  /** Tells custom events from others. */
  private static final String CUSTOM_ID = "customEventId";

  private final Entities entities;
  private final TrackedEvents tracked;
  private final DefinitionStore events;
  private final DefinitionStore properties;

  private DefinitionEntities(Entities entities) {
    Clock clock = entities.world().clock();
    this.entities = entities;
    this.tracked = entities.tracked();
    String plain = "{\"hidden\":false,\"dropped\":false,\"tags\":[]}";
    this.events =
        new DefinitionStore(
            entities.keep(
                "event-definitions", EntityStore.numbered("Event definition").defaults(plain)),
            this::trackedEvents,
            definition -> definition.path("name").asText(),
            clock);
    this.properties =
        new DefinitionStore(
            entities.keep(
                "property-definitions",
                EntityStore.numbered("Property definition")
                    .defaults("{\"hidden\":false,\"dropped\":false,\"resourceType\":\"Event\"}")),
            this::trackedProperties,
            DefinitionEntities::propertyKey,
            clock);
  }

  static List<Route> routes(Entities entities) {
    return new DefinitionEntities(entities).routes();
  }

  private List<Route> routes() {
    return EntityPaths.scoped()
        .answering("GET", EVENTS, this::listedEvents)
        .answering("PATCH", EVENTS, this::patchedEvent)
        .answering("DELETE", EVENTS, this::deletedEvent)
        .answering("GET", EVENTS + "/tracking-metadata", this::tracking)
        .answering("GET", EVENTS + "/*/history", asked -> events.history(asked.id()))
        .answering("GET", PROPERTIES, this::listedProperties)
        .answering("PATCH", PROPERTIES, asked -> patched(asked.body(), "properties", properties))
        .answering("GET", PROPERTIES + "/*/history", this::propertyHistory)
        .answering("GET", DEFINITIONS + "/export", asked -> export())
        .routes();
  }

  private JsonNode listedEvents(Asked asked) throws Refusal {
    return Action.array(
        asked.flag("custom_event") ? customEvents().all() : named(asked, events.list()));
  }

  private JsonNode patchedEvent(Asked asked) throws Refusal {
    ObjectNode body = asked.body();
    return body.has(CUSTOM_ID)
        ? customEvents().update(body.path(CUSTOM_ID).asText(), body)
        : patched(body, "events", events);
  }

  private @Nullable JsonNode deletedEvent(Asked asked) throws Refusal {
    ObjectNode body = asked.body();
    if (body.has(CUSTOM_ID)) {
      customEvents().delete(body.path(CUSTOM_ID).asText());
    } else {
      events.delete(body);
    }
    return null;
  }

  /** Custom events have the path of definitions, and ids of their own. */
  private EntityStore customEvents() throws Refusal {
    return entities
        .find("custom-events")
        .orElseThrow(() -> new Refusal(404, "Custom event not found"));
  }

  private static List<ObjectNode> named(Asked asked, List<ObjectNode> definitions) {
    List<String> names = asked.request().query().all("name[]");
    return definitions.stream()
        .filter(d -> names.isEmpty() || names.contains(d.path("name").asText()))
        .toList();
  }

  private static JsonNode patched(ObjectNode body, String bulk, DefinitionStore store)
      throws Refusal {
    if (!body.has(bulk)) {
      return store.patch(body);
    }
    List<ObjectNode> changed = new ArrayList<>();
    for (JsonNode change : body.path(bulk)) {
      changed.add(store.patch((ObjectNode) change));
    }
    return Action.array(changed);
  }

  private JsonNode tracking(Asked asked) {
    String name = asked.request().parameter("event_name").orElse("");
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    TrackedEvents.Seen seen = tracked.all().get(name);
    answer.put("event_name", name).put("is_tracked", seen != null);
    if (seen != null) {
      answer.put("last_seen", Instant.ofEpochMilli(seen.lastMillis()).toString());
    }
    return answer;
  }

  private JsonNode listedProperties(Asked asked) {
    String type = asked.request().parameter("resourceType").orElse("");
    List<ObjectNode> listed =
        named(asked, properties.list()).stream()
            .filter(p -> type.isEmpty() || p.path("resourceType").asText().equals(type))
            .toList();
    if (asked.flag("includeDensity")) {
      listed.forEach(property -> property.put("density", density(property)));
    }
    return Action.array(listed);
  }

  /** Returns the share of all events that have a property. */
  private double density(ObjectNode property) {
    String name = property.path("name").asText();
    long all = 0;
    long with = 0;
    for (TrackedEvents.Seen event : tracked.all().values()) {
      all += event.count();
      with += event.countOf(name);
    }
    return all == 0 ? 0 : (double) with / all;
  }

  private JsonNode propertyHistory(Asked asked) {
    String type = asked.request().parameter("entity_type").orElse("event");
    return properties.history(type.toLowerCase(Locale.ROOT) + "/" + asked.id());
  }

  private JsonNode export() {
    ObjectNode export = JsonNodeFactory.instance.objectNode();
    export.set("events", Action.array(events.list()));
    export.set("properties", Action.array(properties.list()));
    return export;
  }

  private List<ObjectNode> trackedEvents() {
    return tracked.all().keySet().stream().map(DefinitionEntities::definition).toList();
  }

  private List<ObjectNode> trackedProperties() {
    Map<String, ObjectNode> known = new TreeMap<>();
    tracked
        .all()
        .values()
        .forEach(
            event ->
                event
                    .properties()
                    .keySet()
                    .forEach(
                        name -> known.put(name, definition(name).put("resourceType", "Event"))));
    return List.copyOf(known.values());
  }

  private static ObjectNode definition(String name) {
    return JsonNodeFactory.instance.objectNode().put("name", name);
  }

  private static String propertyKey(ObjectNode property) {
    String type = property.path("resourceType").asText("Event").toLowerCase(Locale.ROOT);
    return type + "/" + property.path("name").asText();
  }
}
