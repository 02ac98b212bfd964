package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.testkit.endpoint.FakeProject;
import dev.mixpaneldata.testkit.endpoint.Project;
import dev.mixpaneldata.testkit.endpoint.Route;
import dev.mixpaneldata.testkit.endpoint.SavedFlows;
import dev.mixpaneldata.testkit.endpoint.SavedFunnel;
import dev.mixpaneldata.testkit.endpoint.SavedInsights;
import java.util.List;
import java.util.Locale;
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

  /** Returns the definition of a funnel as the web application saves it. */
  private static ObjectNode params(SavedFunnel funnel) {
    ObjectNode params = Mappers.json().createObjectNode().put("funnel_id", funnel.id());
    ObjectNode sections = params.putObject("sections");
    ObjectNode show = sections.putArray("show").addObject().put("type", "metric");
    ObjectNode behavior = show.putObject("behavior").put("type", "funnel");
    behavior.put("resourceType", "events").put("funnelOrder", "loose");
    behavior.put("conversionWindowDuration", funnel.window().length());
    behavior.put(
        "conversionWindowUnit", funnel.window().lengthUnit().name().toLowerCase(Locale.ROOT));
    List.of("exclusions", "aggregateBy", "filter").forEach(behavior::putArray);
    var steps = behavior.putArray("behaviors");
    for (EventSelector step : funnel.steps()) {
      ObjectNode one = steps.addObject().put("type", "event").put("name", step.event());
      one.put("filtersDeterminer", "all").put("funnelOrder", "loose");
      var filters = one.putArray("filters");
      step.where().ifPresent(where -> filters.addObject().put("customProperty", where));
    }
    show.putObject("measurement").put("math", "conversion_rate_unique");
    List.of("filter", "group").forEach(sections::putArray);
    return params;
  }

  private void seed(EntityStore reports) {
    for (SavedFunnel funnel : world.saved().funnels()) {
      ObjectNode node = bookmark(funnel.id(), funnel.name(), "funnels");
      node.set("params", params(funnel));
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
