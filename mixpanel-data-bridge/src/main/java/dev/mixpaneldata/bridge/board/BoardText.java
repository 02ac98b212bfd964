package dev.mixpaneldata.bridge.board;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import java.util.Map;

/**
 * JSON for people and for git: each field on a line, and each list of plain values, such as a row
 * of a table, on one line, so that a changed number is a changed line.
 */
final class BoardText {
  private final StringBuilder text = new StringBuilder();

  private BoardText() {}

  static String of(JsonNode node) {
    BoardText writer = new BoardText();
    writer.write(node, "");
    return writer.text.append('\n').toString();
  }

  private void write(JsonNode node, String indent) {
    String inner = indent + "  ";
    if (node.isObject() && !node.isEmpty()) {
      String open = "{\n";
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        text.append(open).append(inner).append(Mappers.write(field.getKey())).append(": ");
        write(field.getValue(), inner);
        open = ",\n";
      }
      text.append('\n').append(indent).append('}');
    } else if (node.isArray() && holdsContainers(node)) {
      String open = "[\n";
      for (JsonNode element : node) {
        text.append(open).append(inner);
        write(element, inner);
        open = ",\n";
      }
      text.append('\n').append(indent).append(']');
    } else if (node.isArray()) {
      String open = "[";
      for (JsonNode element : node) {
        text.append(open).append(element);
        open = ", ";
      }
      text.append(node.isEmpty() ? "[]" : "]");
    } else {
      text.append(node);
    }
  }

  private static boolean holdsContainers(JsonNode array) {
    for (JsonNode element : array) {
      if (element.isContainerNode()) {
        return true;
      }
    }
    return false;
  }
}
