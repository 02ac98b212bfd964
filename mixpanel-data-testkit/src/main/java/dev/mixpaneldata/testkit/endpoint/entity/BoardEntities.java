package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.endpoint.Refusal;
import dev.mixpaneldata.testkit.endpoint.Route;
import java.util.List;

/** Boards. A report on one is a saved report of its own, and its cell a part of the layout. */
final class BoardEntities {
  private static final String DEFAULTS =
      """
      {"description":null,"is_private":false,"is_restricted":false,"is_favorited":false,
       "pinned_date":null,"can_update_basic":true,"creator_id":5,"creator_name":"Ada",
       "created":"2026-01-01T10:00:00","modified":"2026-01-02T10:00:00"}
      """;

  private final EntityStore boards;
  private final EntityStore reports;

  private BoardEntities(EntityStore boards, EntityStore reports) {
    this.boards = boards;
    this.reports = reports;
  }

  static List<Route> routes(Entities entities, EntityStore reports) {
    EntityStore boards =
        entities.keep(
            "dashboards", EntityStore.numbered("Dashboard").requires("title").defaults(DEFAULTS));
    BoardEntities made = new BoardEntities(boards, reports);
    ObjectNode templates = JsonNodeFactory.instance.objectNode();
    templates
        .putObject("templates")
        .putObject("company_kpis")
        .put("title_key", "Company KPIs")
        .put("number_of_reports", 4);
    return EntityPaths.scoped()
        .bulkDelete("/dashboards/bulk-delete", "dashboard_ids", boards)
        .answering("GET", "/dashboards/blueprints-all", asked -> templates)
        .answering(
            "POST",
            "/dashboards/blueprints",
            asked -> {
              String template = asked.body().path("template_type").asText();
              if (!templates.path("templates").has(template)) {
                throw new Refusal(400, "Unknown template: " + template);
              }
              return boards.create(title(template));
            })
        .answering("PUT", "/dashboards/blueprints/cohorts", asked -> asked.body())
        .answering(
            "POST",
            "/dashboards/blueprints/finish",
            asked -> boards.get(asked.body().path("dashboard_id").asText()))
        .answering("POST", "/dashboards/rca", asked -> boards.create(title("Root causes")))
        .answering(
            "GET", "/dashboards/bookmarks/*/dashboard-ids", asked -> made.boardsOf(asked.id()))
        .crud("/dashboards", boards)
        .answering("POST", "/dashboards", asked -> made.create(asked.body()))
        .answering("PATCH", "/dashboards/*", asked -> made.update(asked.id(), asked.body()))
        .answering("POST", "/dashboards/*/favorites", made.setting("is_favorited", true))
        .answering("DELETE", "/dashboards/*/favorites", made.setting("is_favorited", false))
        .answering("POST", "/dashboards/*/pin", made.setting("pinned_date", "2026-01-03"))
        .answering("DELETE", "/dashboards/*/pin", made.setting("pinned_date", null))
        .answering("GET", "/dashboards/*/erf", asked -> empty(boards.get(asked.id()), "metrics"))
        .answering(
            "GET",
            "/dashboards/*/blueprint-config",
            asked -> empty(boards.get(asked.id()), "variables"))
        .answering("PATCH", "/dashboards/*/report-links/*", made::card)
        .answering("PATCH", "/dashboards/*/text-cards/*", made::card)
        .routes();
  }

  private static ObjectNode title(String title) {
    return JsonNodeFactory.instance.objectNode().put("title", title);
  }

  private static JsonNode empty(ObjectNode board, String field) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.putObject(field).put("dashboard", board.path("title").asText());
    return answer;
  }

  private Action.Results setting(String field, @org.jspecify.annotations.Nullable Object value) {
    return asked -> {
      boards.update(asked.id(), JsonNodeFactory.instance.objectNode().putPOJO(field, value));
      return null;
    };
  }

  /** Changes a card; the fake keeps no cards apart from their board. */
  private @org.jspecify.annotations.Nullable JsonNode card(Asked asked) throws Refusal {
    boards.get(asked.id());
    return null;
  }

  private ObjectNode create(ObjectNode body) throws Refusal {
    JsonNode rows = body.path("rows").deepCopy();
    body.remove("rows");
    String copied = body.path("duplicate").asText("");
    if (!copied.isEmpty()) {
      body.remove("duplicate");
      ObjectNode copy = boards.get(copied);
      copy.remove("id");
      body.properties().forEach(field -> copy.set(field.getKey(), field.getValue()));
      return boards.create(copy);
    }
    ObjectNode board = boards.create(body);
    for (JsonNode row : rows) {
      for (JsonNode cell : row.path("contents")) {
        if (cell.path("content_type").asText().equals("report")) {
          JsonNode report = cell.at("/content_params/bookmark");
          put(board, save((ObjectNode) report.deepCopy(), board));
        } else {
          board
              .withObjectProperty("contents")
              .withArrayProperty("text")
              .add(cell.path("content_params"));
        }
      }
    }
    return boards.update(board.path("id").asText(), board);
  }

  private ObjectNode update(String id, ObjectNode body) throws Refusal {
    JsonNode content = body.path("content").deepCopy();
    body.remove("content");
    ObjectNode board = boards.update(id, body);
    if (content.path("action").asText().equals("create")) {
      ObjectNode source = reports.get(content.at("/content_params/source_bookmark_id").asText());
      source.remove("id");
      source.put("name", "Duplicate of " + source.path("name").asText());
      put(board, save(source, board));
    } else if (content.path("action").asText().equals("delete")) {
      board
          .withObjectProperty("contents")
          .withObjectProperty("report")
          .remove(content.path("content_id").asText());
    }
    return boards.update(id, board);
  }

  private ObjectNode save(ObjectNode report, ObjectNode board) throws Refusal {
    report.set("dashboard_id", board.path("id"));
    return reports.create(report);
  }

  private static void put(ObjectNode board, ObjectNode report) {
    board
        .withObjectProperty("contents")
        .withObjectProperty("report")
        .set(report.path("id").asText(), report);
  }

  private JsonNode boardsOf(String report) {
    return Action.array(
        boards.where(board -> board.at("/contents/report").has(report)).stream()
            .map(board -> board.path("id"))
            .toList());
  }
}
