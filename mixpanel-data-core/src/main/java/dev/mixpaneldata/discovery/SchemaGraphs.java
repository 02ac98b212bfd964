package dev.mixpaneldata.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.AnswerCache;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.store.SchemaGraph;
import dev.mixpaneldata.store.SchemaGraph.EventNode;
import dev.mixpaneldata.store.SchemaGraph.PropertyNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which event has which property, by the calls of Mixpanel's Lexicon (undocumented; as Mixpanel's
 * Python package makes them). The whole is kept for a while.
 */
public final class SchemaGraphs {
  /** Projects with thousands of events take minutes. */
  private static final Duration ANSWER = Duration.ofMinutes(10);

  private final MixpanelHttp http;
  private final AnswerCache cache;

  /** Makes a client over this HTTP client. */
  public SchemaGraphs(MixpanelHttp http) {
    this.http = http;
    this.cache = http.cache();
  }

  /** Returns the events with their properties, or some of them. */
  public SchemaGraph graph(SchemaGraphRequest request) {
    SchemaGraph whole = cache.get(SchemaGraphs.class, "graph", List.of(), this::ask);
    return whole.only(request.event(), request.property());
  }

  private SchemaGraph ask() {
    JsonNode events =
        results(
            Call.get(ApiFamily.QUERY, "/data_definitions/events")
                .parameter("fetch_per_event_properties", true));
    Map<String, JsonNode> definitions = definitions();
    List<EventNode> nodes =
        LenientReader.elements(events).stream()
            .map(event -> event(event, definitions))
            .sorted(Comparator.comparing(EventNode::name))
            .toList();
    Set<String> used =
        nodes.stream()
            .flatMap(event -> event.properties().stream())
            .map(PropertyNode::name)
            .collect(Collectors.toSet());
    return new SchemaGraph(
        nodes,
        definitions.keySet().stream().filter(name -> !used.contains(name)).sorted().toList(),
        definitions.values().stream().anyMatch(property -> property.path("density").isNumber()));
  }

  /** Returns what is known of each property; nothing if the account may not ask for it. */
  private Map<String, JsonNode> definitions() {
    Map<String, JsonNode> known = new HashMap<>();
    try {
      JsonNode properties =
          results(
              Call.get(ApiFamily.APP, "/{scope}/data-definitions/properties/")
                  .parameter("resourceType", "Event")
                  .parameter("includeDensity", true));
      LenientReader.elements(properties)
          .forEach(property -> known.put(property.path("name").asText(), property));
    } catch (MixpanelDataException e) {
      switch (e.code()) {
        case NOT_FOUND,
            PERMISSION_DENIED,
            INVALID_ARGUMENT,
            BAD_RESPONSE,
            TIMEOUT,
            SERVER_ERROR -> {
          // The graph itself is known without it.
        }
        default -> throw e;
      }
    }
    return known;
  }

  private JsonNode results(Call call) {
    String body = http.send(call.answerWithin(ANSWER)).body();
    return LenientReader.unwrap(Mappers.read(body), "results");
  }

  private static EventNode event(JsonNode event, Map<String, JsonNode> definitions) {
    return new EventNode(
        event.path("name").asText(),
        text(event, "displayName", "display_name"),
        text(event, "description", "description"),
        LenientReader.elements(event.path("properties")).stream()
            .map(property -> property(property, definitions))
            .sorted(Comparator.comparing(PropertyNode::name))
            .toList());
  }

  private static PropertyNode property(JsonNode property, Map<String, JsonNode> definitions) {
    String name = property.isTextual() ? property.asText() : property.path("name").asText();
    @Nullable JsonNode definition = definitions.get(name);
    JsonNode known = definition == null ? property : definition;
    return new PropertyNode(
        name,
        text(property, "type", "propertyType").or(() -> text(known, "type", "propertyType")),
        LenientReader.number(property.path("density"))
            .or(() -> LenientReader.number(known.path("density"))),
        text(property, "displayName", "display_name")
            .or(() -> text(known, "displayName", "display_name")),
        text(property, "description", "description")
            .or(() -> text(known, "description", "description")));
  }

  private static Optional<String> text(JsonNode node, String name, String older) {
    return LenientReader.text(node.path(name))
        .or(() -> LenientReader.text(node.path(older)))
        .filter(text -> !text.isBlank());
  }
}
