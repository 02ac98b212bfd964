package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.testkit.http.Answer;
import java.util.List;

/**
 * Saved metrics and behaviors: the endpoints that give them, as maps by id, and what they stand for
 * in a definition.
 *
 * @param metrics JSON objects with {@code id}, {@code name}, {@code type} and {@code definition}
 * @param behaviors JSON objects like those of metrics
 */
public record SavedMetrics(List<String> metrics, List<String> behaviors) {
  /** Copies the lists. */
  public SavedMetrics {
    metrics = List.copyOf(metrics);
    behaviors = List.copyOf(behaviors);
  }

  Answer listMetrics() {
    return byId(metrics);
  }

  Answer listBehaviors() {
    return byId(behaviors);
  }

  private static Answer byId(List<String> saved) {
    ObjectNode results = JsonNodeFactory.instance.objectNode();
    for (String json : saved) {
      JsonNode item = Mappers.read(json);
      results.set(item.path("id").asText(), item);
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", "ok");
    answer.set("results", results);
    return Answer.json(200, answer.toString());
  }

  /** Returns a definition with what its saved metrics and behaviors stand for in their place. */
  JsonNode inlined(JsonNode definition) throws Refusal {
    JsonNode copy = definition.deepCopy();
    for (JsonNode clause : copy.at("/sections/show")) {
      if (clause instanceof ObjectNode metric && metric.has("id")) {
        JsonNode saved = find(metrics, metric.path("id"));
        metric.remove("id");
        metric.setAll((ObjectNode) saved.path("definition"));
      }
      if (clause.path("behavior") instanceof ObjectNode behavior
          && behavior.has("id")
          && !behavior.has("name")) {
        JsonNode saved = find(behaviors, behavior.path("id"));
        behavior.removeAll();
        behavior.setAll((ObjectNode) saved.path("definition"));
      }
    }
    return copy;
  }

  private static JsonNode find(List<String> saved, JsonNode id) throws Refusal {
    for (String json : saved) {
      JsonNode item = Mappers.read(json);
      if (item.path("id").asText().equals(id.asText())) {
        return item;
      }
    }
    throw new Refusal(404, "Metric not found for id " + id.asText());
  }

  /** Returns none. */
  public static SavedMetrics none() {
    return new SavedMetrics(List.of(), List.of());
  }
}
