package dev.mixpaneldata.bridge.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.bridge.client.RemoteTool;
import dev.mixpaneldata.internal.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The differences between two states of a tool, for people: a path and its value on each line. */
final class ToolDifference {
  private static final int LONGEST_VALUE = 120;

  private ToolDifference() {}

  static List<String> ofNew(RemoteTool tool) {
    List<String> lines = new ArrayList<>();
    leaves("arguments", tool.inputSchema().path("properties"))
        .forEach((path, value) -> lines.add("+ " + path + ": " + shown(value)));
    leaves("hints", tool.annotations())
        .forEach((path, value) -> lines.add("+ " + path + ": " + shown(value)));
    return lines;
  }

  static List<String> between(RemoteTool before, RemoteTool now) {
    List<String> lines = new ArrayList<>();
    compare(
        leaves("arguments", before.inputSchema()), leaves("arguments", now.inputSchema()), lines);
    compare(leaves("hints", before.annotations()), leaves("hints", now.annotations()), lines);
    return lines;
  }

  private static void compare(
      Map<String, String> before, Map<String, String> now, List<String> lines) {
    Map<String, String> all = new TreeMap<>(before);
    all.putAll(now);
    for (String path : all.keySet()) {
      String old = before.get(path);
      String value = now.get(path);
      if (old == null) {
        lines.add("+ " + path + ": " + shown(value));
      } else if (value == null) {
        lines.add("- " + path + ": " + shown(old));
      } else if (!old.equals(value)) {
        lines.add("~ " + path + ": " + shown(old) + " -> " + shown(value));
      }
    }
  }

  private static String shown(String value) {
    return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
  }

  /** Returns the values of a schema by path, without its wording. */
  private static Map<String, String> leaves(String path, JsonNode node) {
    Map<String, String> leaves = new TreeMap<>();
    collect(path, node, leaves);
    return leaves;
  }

  private static void collect(String path, JsonNode node, Map<String, String> leaves) {
    if (node.isObject() && !node.isEmpty()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        boolean wording =
            field.getValue().isTextual()
                && (field.getKey().equals("description") || field.getKey().equals("title"));
        if (!wording) {
          String name = field.getKey().equals("properties") ? "" : "." + field.getKey();
          collect(path + name, field.getValue(), leaves);
        }
      }
    } else if (!node.isMissingNode()) {
      leaves.put(Visible.line(path), Visible.line(node.toString()));
    }
  }
}
