package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Request;
import java.util.Collection;
import java.util.List;

/** The endpoint of workspaces, under {@code /api/app/projects/{id}}. */
final class AppEndpoints {
  private final FakeProject world;

  AppEndpoints(FakeProject world) {
    this.world = world;
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
}
