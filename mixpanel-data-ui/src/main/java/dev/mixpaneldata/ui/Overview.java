package dev.mixpaneldata.ui;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.Version;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.internal.json.ResultJson;

/** What the page shows first: the project, its tables, the calls that are left, the boards. */
final class Overview {
  private final UiOptions options;

  Overview(UiOptions options) {
    this.options = options;
  }

  ObjectNode json() {
    ObjectNode node = Mappers.json().createObjectNode();
    node.set("info", Mappers.read(ResultJson.text(options.workspace().info())));
    ArrayNode boards = node.putArray("boards");
    options.boards().names().forEach(boards::add);
    return node.put("writes", options.writes())
        .put("demo", options.demo())
        .put("version", Version.current());
  }
}
