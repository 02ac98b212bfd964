package dev.mixpaneldata.app.links;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.JsonText;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.Json;

/** The kind of report that a definition describes: its first metric tells. */
final class DefinitionType {
  private DefinitionType() {}

  /**
   * Returns the kind of a definition.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if it is not a definition
   */
  static BookmarkType of(Json definition) {
    JsonNode params =
        JsonText.isJson(definition.text())
            ? Mappers.read(definition.text())
            : MissingNode.getInstance();
    if (params.path("steps").isArray()) {
      return BookmarkType.FLOWS;
    }
    JsonNode shown = params.at("/sections/show");
    if (!shown.isArray() || shown.isEmpty()) {
      throw MixpanelDataException.invalidArgument(
          "The definition has neither sections.show nor steps.",
          "Give the params of a report as Mixpanel saves them.");
    }
    return switch (shown.path(0).path("behavior").path("type").asText()) {
      case "funnel" -> BookmarkType.FUNNELS;
      case "retention" -> BookmarkType.RETENTION;
      default -> BookmarkType.INSIGHTS;
    };
  }
}
