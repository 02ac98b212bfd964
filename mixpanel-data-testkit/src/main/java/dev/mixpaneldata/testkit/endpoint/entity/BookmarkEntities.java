package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.endpoint.FakeProject;
import dev.mixpaneldata.testkit.endpoint.Project;
import dev.mixpaneldata.testkit.endpoint.Route;
import dev.mixpaneldata.testkit.endpoint.SavedFlows;
import dev.mixpaneldata.testkit.endpoint.SavedFunnel;
import dev.mixpaneldata.testkit.endpoint.SavedInsights;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Saved reports: funnels, Insights and Flows that the fake can compute, and any others. */
final class BookmarkEntities {
  private final FakeProject world;

  private BookmarkEntities(FakeProject world) {
    this.world = world;
  }

  static EntityStore store(Entities entities) {
    BookmarkEntities saved = new BookmarkEntities(entities.world());
    EntityStore reports =
        entities.keep("bookmarks", EntityStore.numbered("Bookmark").requires("name", "type"));
    saved.seed(reports);
    return reports;
  }

  static List<Route> routes(EntityStore reports) {
    return EntityPaths.scoped()
        .bulkDelete("/bookmarks/bulk-delete", "bookmark_ids", reports)
        .bulkUpdate("/bookmarks/bulk-update", "bookmarks", reports)
        .crud("/bookmarks", reports)
        .answering("GET", "/bookmarks", asked -> Action.array(listed(asked, reports)))
        .answering(
            "GET",
            "/bookmarks/*/linked-dashboard-ids",
            asked -> {
              JsonNodeFactory nodes = JsonNodeFactory.instance;
              var board = reports.get(asked.id()).path("dashboard_id");
              return board.isNumber() ? nodes.arrayNode().add(board) : nodes.arrayNode();
            })
        .answering(
            "GET",
            "/bookmarks/*/history",
            asked -> {
              reports.get(asked.id());
              ObjectNode page = JsonNodeFactory.instance.objectNode();
              page.putArray("results").addObject().put("action", "created");
              page.putObject("pagination").put("page_size", 20).putNull("next_cursor");
              return page;
            })
        .routes();
  }

  private static List<ObjectNode> listed(Asked asked, EntityStore reports) {
    Optional<String> type = asked.request().parameter("type");
    Optional<Set<String>> ids = asked.texts("ids");
    return reports.where(
        report ->
            type.map(wanted -> report.path("type").asText().equals(wanted)).orElse(true)
                && ids.map(wanted -> wanted.contains(report.path("id").asText())).orElse(true));
  }

  private void seed(EntityStore reports) {
    for (SavedFunnel funnel : world.saved().funnels()) {
      ObjectNode node = bookmark(funnel.id(), funnel.name(), "funnels");
      ObjectNode params = node.putObject("params").put("funnel_id", funnel.id());
      var steps = params.putArray("steps");
      funnel.steps().forEach(step -> steps.addObject().put("event", step.event()));
      reports.seed(node.toString());
    }
    for (SavedInsights report : world.saved().insights()) {
      reports.seed(bookmark(report.id(), report.name(), "insights").toString());
    }
    for (SavedFlows report : world.saved().flows()) {
      reports.seed(bookmark(report.id(), report.name(), "flows").toString());
    }
    world.saved().bookmarks().forEach(reports::seed);
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
}
