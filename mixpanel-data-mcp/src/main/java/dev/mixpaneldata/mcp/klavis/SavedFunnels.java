package dev.mixpaneldata.mcp.klavis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.app.bookmarks.BookmarkInfo;
import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.discovery.FunnelInfo;
import dev.mixpaneldata.error.ApiException;
import dev.mixpaneldata.internal.json.Lenient;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Saved funnels with their steps and creators. The list of funnels has names alone; the rest is in
 * the saved reports of the app API, and is absent where those may not be read.
 */
final class SavedFunnels {
  private SavedFunnels() {}

  /** A funnel as the Klavis server shows it. */
  record Shown(
      long funnelId,
      String name,
      Optional<String> description,
      Optional<String> createdDate,
      Optional<String> updatedDate,
      Optional<String> creator,
      List<String> steps,
      Optional<Integer> stepCount) {}

  static List<Shown> of(Workspace workspace) {
    List<FunnelInfo> funnels = workspace.discovery().funnels();
    Map<Long, BookmarkInfo> saved = new HashMap<>();
    try {
      for (BookmarkInfo report :
          workspace.app().bookmarks().list(Optional.of(BookmarkType.FUNNELS))) {
        saved.put(
            Lenient.wholeNumber(definition(report).path("funnel_id")).orElse(report.id()), report);
      }
    } catch (ApiException notAllowedThere) {
      saved.clear();
    }
    return funnels.stream()
        .map(funnel -> shown(funnel, Optional.ofNullable(saved.get(funnel.funnelId()))))
        .toList();
  }

  private static Shown shown(FunnelInfo funnel, Optional<BookmarkInfo> report) {
    return new Shown(
        funnel.funnelId(),
        funnel.name(),
        report.flatMap(BookmarkInfo::description),
        report.flatMap(BookmarkInfo::created),
        report.flatMap(BookmarkInfo::modified),
        report.flatMap(BookmarkInfo::creatorName),
        report.map(r -> steps(definition(r))).orElse(List.of()),
        funnel.steps());
  }

  /** The events of the steps: older definitions have steps, newer ones a behavior. */
  private static List<String> steps(JsonNode definition) {
    JsonNode steps = definition.path("steps");
    if (!steps.isArray()) {
      steps = definition.at("/sections/show/0/behavior/behaviors");
    }
    List<String> names = new ArrayList<>();
    for (JsonNode step : steps) {
      names.add(step.isTextual() ? step.asText() : step.path("event").asText(name(step)));
    }
    return names;
  }

  private static String name(JsonNode step) {
    return step.path("name").asText("");
  }

  private static JsonNode definition(BookmarkInfo report) {
    JsonNode params =
        report
            .params()
            .map(Json::text)
            .map(Mappers::read)
            .orElseGet(() -> Mappers.json().createObjectNode());
    return params.isTextual() && params.asText().startsWith("{")
        ? Mappers.read(params.asText())
        : params;
  }
}
