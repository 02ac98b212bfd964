package dev.mixpaneldata.report.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A report in Mixpanel's own form, which its web application saves as the {@code params} of a
 * bookmark.
 *
 * @param type the kind of report
 * @param params what to show, over which time, with which filters and breakdowns
 * @param limit the most segments to give; Flows have none
 */
public record Definition(BookmarkType type, Json params, int limit) {
  /** The limit on segments unless given, as in Mixpanel's web application. */
  public static final int DEFAULT_LIMIT = 3000;

  /** The highest limit on segments that Mixpanel accepts. */
  public static final int MAX_LIMIT = 50_000;

  public Definition {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw MixpanelDataException.invalidArgument(
          "The limit is " + limit + " segments.", "Choose 1 to " + MAX_LIMIT + ".");
    }
  }

  /**
   * Reads a definition as Mixpanel saves it; its content tells the type.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if it is not a definition
   */
  public static Definition of(Json params, int limit) {
    JsonNode node = Mappers.read(params.text());
    if (node.path("steps").isArray()) {
      return new Definition(BookmarkType.FLOWS, params, limit);
    }
    JsonNode show = node.path("sections").path("show");
    if (!show.isArray() || show.isEmpty()) {
      throw MixpanelDataException.invalidArgument(
          "The definition has neither sections.show nor steps.",
          "Give the params of a report as Mixpanel saves them.");
    }
    BookmarkType type =
        switch (show.path(0).path("behavior").path("type").asText()) {
          case "funnel" -> BookmarkType.FUNNELS;
          case "retention" -> BookmarkType.RETENTION;
          default -> BookmarkType.INSIGHTS;
        };
    return new Definition(type, params, limit);
  }

  /**
   * Reads a definition that somebody wrote, and refuses known mistakes in it.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} with the place of the mistake and the
   *     nearest valid value
   */
  public static Definition checked(Json params, int limit) {
    Definition definition = of(params, limit);
    DefinitionCheck.check(Mappers.read(params.text()));
    return definition;
  }

  /** Returns the call that asks a project for it; repeating the call does no harm. */
  public Call call(String projectId) {
    Map<String, Object> body = new LinkedHashMap<>();
    // The project is in the body here, and the limits are beside the definition.
    body.put("project_id", Long.parseLong(projectId));
    body.put("bookmark", Mappers.read(params.text()));
    if (type == BookmarkType.FLOWS) {
      body.put("query_type", flowQuery());
    } else {
      body.put("queryLimits", Map.of("limit", limit));
    }
    return Call.post(ApiFamily.QUERY, type == BookmarkType.FLOWS ? "/arb_funnels" : "/insights")
        .withoutProjectId()
        .idempotent()
        .json(body);
  }

  private String flowQuery() {
    return switch (Mappers.read(params.text()).path("flows_merge_type").asText()) {
      case "list" -> "flows_top_paths";
      case "tree" -> "flows";
      default -> "flows_sankey";
    };
  }
}
