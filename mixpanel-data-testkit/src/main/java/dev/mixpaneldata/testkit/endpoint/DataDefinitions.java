package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.testkit.naive.NaiveEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The endpoint behind the Lexicon that says which event has which property. */
final class DataDefinitions {
  private final ReportSource source;

  DataDefinitions(ReportSource source) {
    this.source = source;
  }

  /** Returns the events, each with its properties if these are asked for. */
  JsonNode events(Arguments arguments) throws Refusal {
    arguments.refuseOthers(Set.of("project_id", "workspace_id", "fetch_per_event_properties"));
    boolean properties = arguments.flag("fetch_per_event_properties", false);
    Map<String, Set<String>> found = new TreeMap<>();
    for (NaiveEvent event : source.reports().events()) {
      Set<String> names = found.computeIfAbsent(event.name(), name -> new TreeSet<>());
      event.properties().fieldNames().forEachRemaining(names::add);
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode results = answer.putArray("results");
    found.forEach(
        (name, names) -> {
          ObjectNode event = results.addObject().put("name", name);
          description(name).ifPresent(text -> event.put("description", text));
          if (properties) {
            ArrayNode list = event.putArray("properties");
            names.forEach(property -> list.addObject().put("name", property));
          }
        });
    return answer;
  }

  private Optional<String> description(String event) {
    return source.world().saved().schemas().stream()
        .map(Mappers::read)
        .filter(schema -> schema.path("entityType").asText().equals("event"))
        .filter(schema -> schema.path("name").asText().equals(event))
        .map(schema -> schema.at("/schemaJson/description").asText(""))
        .filter(text -> !text.isEmpty())
        .findFirst();
  }
}
