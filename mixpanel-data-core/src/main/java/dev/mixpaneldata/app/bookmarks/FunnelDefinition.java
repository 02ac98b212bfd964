package dev.mixpaneldata.app.bookmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a saved funnel, which its bookmark holds and the list of funnels does not. Older
 * bookmarks hold them under {@code steps}, newer ones in the behavior that is shown.
 *
 * @param funnelId the funnel, named in the bookmark or by the bookmark's own id
 * @param steps the events of its steps; an empty name for a step without an event
 */
public record FunnelDefinition(long funnelId, List<String> steps) {
  public FunnelDefinition {
    steps = List.copyOf(steps);
  }

  /** Returns the definition in a bookmark; without steps if it has none. */
  public static FunnelDefinition of(BookmarkInfo bookmark) {
    JsonNode params = params(bookmark);
    return new FunnelDefinition(id(bookmark, params), steps(params));
  }

  /** Returns the funnel of a bookmark, if all its rules are understood. */
  static Optional<KnownFunnel> rules(BookmarkInfo bookmark) {
    JsonNode params = params(bookmark);
    return FunnelRules.of(id(bookmark, params), bookmark.name(), params);
  }

  private static long id(BookmarkInfo bookmark, JsonNode params) {
    return LenientReader.wholeNumber(params.path("funnel_id")).orElse(bookmark.id());
  }

  private static JsonNode params(BookmarkInfo bookmark) {
    return bookmark
        .params()
        .map(Json::text)
        .map(Mappers::read)
        .map(FunnelDefinition::unquoted)
        .orElseGet(() -> Mappers.json().createObjectNode());
  }

  /** Returns the params of a bookmark, which are an object or the text of one. */
  private static JsonNode unquoted(JsonNode node) {
    return node.isTextual() && node.textValue().startsWith("{")
        ? Mappers.read(node.textValue())
        : node;
  }

  private static List<String> steps(JsonNode params) {
    JsonNode steps = params.path("steps");
    if (!steps.isArray()) {
      steps = params.at("/sections/show/0/behavior/behaviors");
    }
    List<String> names = new ArrayList<>();
    for (JsonNode step : steps) {
      names.add(
          step.isTextual()
              ? step.asText()
              : step.path("event").asText(step.path("name").asText("")));
    }
    return names;
  }
}
