package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The endpoints of bookmarks, schemas and workspaces, under {@code /api/app/projects/{id}}. */
final class AppEndpoints {
  private final FakeProject world;

  AppEndpoints(FakeProject world) {
    this.world = world;
  }

  Answer bookmarks(Request request) {
    Optional<String> type = request.parameter("type");
    return ok(
        array(
            bookmarks().stream()
                .filter(b -> type.isEmpty() || type.get().equals(b.path("type").asText()))
                .toList()));
  }

  Answer bookmark(Request request) throws Refusal {
    String id = segment(request, 6);
    return ok(
        bookmarks().stream()
            .filter(b -> b.path("id").asText().equals(id))
            .findFirst()
            .orElseThrow(() -> new Refusal(404, "Bookmark not found: " + id)));
  }

  private List<JsonNode> bookmarks() {
    List<JsonNode> bookmarks = new ArrayList<>();
    for (SavedFunnel funnel : world.saved().funnels()) {
      ObjectNode node = bookmark(funnel.id(), funnel.name(), "funnels");
      ObjectNode params = node.putObject("params").put("funnel_id", funnel.id());
      var steps = params.putArray("steps");
      funnel.steps().forEach(step -> steps.addObject().put("event", step.event()));
      bookmarks.add(node);
    }
    for (SavedInsights report : world.saved().insights()) {
      bookmarks.add(bookmark(report.id(), report.name(), "insights"));
    }
    for (SavedFlows report : world.saved().flows()) {
      bookmarks.add(bookmark(report.id(), report.name(), "flows"));
    }
    world.saved().bookmarks().forEach(json -> bookmarks.add(Mappers.read(json)));
    return bookmarks;
  }

  private ObjectNode bookmark(long id, String name, String type) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id)
        .put("name", name)
        .put("type", type)
        .put("project_id", world.project().id())
        .put("workspace_id", Project.WORKSPACE_ID)
        .put("created", "2026-01-01T10:00:00")
        .put("modified", "2026-01-02T10:00:00");
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
