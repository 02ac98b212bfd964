package dev.mixpaneldata.mcp.derived;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.internal.json.ResultJson;
import java.util.Map;

/** Calls of tools as texts to copy. */
public final class ToolCallText {
  private ToolCallText() {}

  /**
   * Returns the call of an operation's tool, as JSON on several lines.
   *
   * @param arguments the arguments by our names
   * @param target for reports, the arguments of the target
   */
  public static String of(
      String operation, Map<String, Object> arguments, Map<String, Object> target) {
    ArgumentNames names = ArgumentNames.of(operation);
    ObjectNode call = Mappers.json().createObjectNode().put("name", operation);
    ObjectNode given = call.putObject("arguments");
    arguments.forEach((name, value) -> given.set(names.published(name), json(value)));
    target.forEach((name, value) -> given.set(name, json(value)));
    return call.toPrettyString();
  }

  private static JsonNode json(Object value) {
    return Mappers.read(ResultJson.text(value));
  }
}
