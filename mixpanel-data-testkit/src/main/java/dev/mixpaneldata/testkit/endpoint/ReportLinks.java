package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Request;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The endpoints of links to reports: {@code bookmark-urls}, and short links under {@code /s}. */
final class ReportLinks {
  private static final Set<String> KNOWN =
      Set.of("slug", "type", "params", "name", "description", "bookmark_id");

  private static final Set<String> TYPES = Set.of("insights", "funnels", "retention", "flows");

  private final Map<String, ObjectNode> links = new ConcurrentHashMap<>();
  private final FakeProject world;

  ReportLinks(FakeProject world) {
    this.world = world;
  }

  Answer create(Request request) throws Refusal {
    JsonNode body = Mappers.read(request.bodyText());
    Arguments.refuseOthers("body", body, KNOWN);
    String slug = body.path("slug").asText();
    if (!slug.matches("[A-Za-z0-9_-]{12}") || !body.path("params").isObject()) {
      throw Refusal.badRequest("Invalid slug or params");
    }
    if (!TYPES.contains(body.path("type").asText())) {
      throw Refusal.badRequest("Invalid type: " + body.path("type"));
    }
    ObjectNode link = ((ObjectNode) body).deepCopy();
    link.put("project_id", world.project().id());
    link.put("created_at", world.clock().instant().toString());
    if (links.putIfAbsent(slug, link) != null) {
      throw Refusal.badRequest("slug already exists");
    }
    return ok(link);
  }

  Answer read(Request request) throws Refusal {
    String slug = last(request);
    ObjectNode link = links.get(slug);
    if (link == null) {
      throw new Refusal(404, "Not found: " + slug);
    }
    return ok(link);
  }

  /** Redirects a slug to the page of its report. */
  Answer redirect(Request request) throws Refusal {
    String code = last(request);
    ObjectNode link = links.get(code);
    if (link == null) {
      throw new Refusal(404, "Not found: " + code);
    }
    String app = link.path("type").asText().equals("flows") ? "flows" : "insights";
    String page = "/project/" + world.project().id() + "/app/" + app + "#" + code;
    return Answer.json(302, "{}").withHeader("Location", page);
  }

  private static String last(Request request) {
    String[] parts = request.path().split("/");
    return parts[parts.length - 1];
  }

  private static Answer ok(JsonNode results) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", "ok");
    answer.set("results", results);
    return Answer.json(200, answer.toString());
  }
}
