package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** The endpoints of schemas and workspaces, under {@code /api/app/projects/{id}}. */
final class AppEndpoints {
  private final FakeProject world;

  AppEndpoints(FakeProject world) {
    this.world = world;
  }

  Answer schemas(Request request) {
    return ok(array(schemas()));
  }

  Answer schemasOfType(Request request) {
    String type = segment(request, 6);
    return ok(
        array(schemas().stream().filter(s -> s.path("entityType").asText().equals(type)).toList()));
  }

  /** Returns the schema alone, without its name around it. */
  Answer schema(Request request) throws Refusal {
    String type = segment(request, 6);
    String name = segment(request, 7);
    return ok(
        schemas().stream()
            .filter(s -> s.path("entityType").asText().equals(type))
            .filter(s -> s.path("name").asText().equals(name))
            .findFirst()
            .orElseThrow(() -> new Refusal(404, "Schema not found: " + name))
            .path("schemaJson"));
  }

  private List<JsonNode> schemas() {
    return world.saved().schemas().stream().map(Mappers::read).toList();
  }

  Answer workspaces(Request request) {
    ObjectNode workspace =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", Project.WORKSPACE_ID)
            .put("name", "All Project Data")
            .put("project_id", world.project().id())
            .put("is_default", true)
            .put("is_global", true)
            .put("is_restricted", false)
            .put("is_visible", true);
    return ok(array(List.of(workspace)));
  }

  private static JsonNode array(Collection<? extends JsonNode> nodes) {
    return JsonNodeFactory.instance.arrayNode().addAll(nodes);
  }

  private static Answer ok(JsonNode results) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", "ok");
    answer.set("results", results);
    return Answer.json(200, answer.toString());
  }

  /** Returns a part of the path; {@code api} is number 1. */
  private static String segment(Request request, int number) {
    String part = request.path().split("/")[number];
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
