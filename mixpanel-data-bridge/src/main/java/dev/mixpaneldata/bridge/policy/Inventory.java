package dev.mixpaneldata.bridge.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.bridge.client.RemoteTool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tools of a server as they were when the user looked at them last. Tools change overnight;
 * what is new or different waits until it is looked at.
 */
public record Inventory(Map<String, RemoteTool> tools) {
  /** No tool was looked at. */
  public static final Inventory EMPTY = new Inventory(Map.of());

  public Inventory {
    tools = Collections.unmodifiableMap(new TreeMap<>(tools));
  }

  /** Returns the tools as they are now. */
  public static Inventory of(List<RemoteTool> tools) {
    return EMPTY.with(tools);
  }

  /** Returns this inventory with these tools as they are now. */
  public Inventory with(List<RemoteTool> looked) {
    Map<String, RemoteTool> all = new TreeMap<>(tools);
    looked.forEach(tool -> all.put(tool.name(), tool));
    return new Inventory(all);
  }

  /** Returns what is different now. */
  public Drift drift(List<RemoteTool> now) {
    List<Drift.Change> changes = new ArrayList<>();
    for (RemoteTool tool : of(now).tools.values()) {
      RemoteTool before = tools.get(tool.name());
      if (before == null) {
        changes.add(new Drift.Change(tool.name(), Drift.Kind.NEW, ToolDifference.ofNew(tool)));
      } else if (!knows(tool)) {
        changes.add(
            new Drift.Change(
                tool.name(), Drift.Kind.CHANGED, ToolDifference.between(before, tool)));
      }
    }
    Map<String, RemoteTool> current = of(now).tools;
    tools.keySet().stream()
        .filter(name -> !current.containsKey(name))
        .forEach(name -> changes.add(new Drift.Change(name, Drift.Kind.GONE, List.of())));
    return new Drift(changes);
  }

  /** Returns whether a tool is as it was; its wording may differ. */
  boolean knows(RemoteTool tool) {
    RemoteTool before = tools.get(tool.name());
    return before != null && effect(before).equals(effect(tool));
  }

  /** The arguments and the hints; descriptions may be reworded without a difference in effect. */
  private static String effect(RemoteTool tool) {
    StringBuilder text = new StringBuilder();
    append(text, tool.inputSchema());
    text.append('|');
    append(text, tool.annotations());
    return text.toString();
  }

  private static void append(StringBuilder text, JsonNode node) {
    if (node.isObject()) {
      Map<String, JsonNode> sorted = new TreeMap<>();
      node.properties().forEach(e -> sorted.put(e.getKey(), e.getValue()));
      text.append('{');
      sorted.forEach(
          (name, value) -> {
            boolean wording =
                value.isTextual() && (name.equals("description") || name.equals("title"));
            if (!wording) {
              text.append(name).append(':');
              append(text, value);
              text.append(',');
            }
          });
      text.append('}');
    } else if (node.isArray()) {
      text.append('[');
      node.forEach(
          element -> {
            append(text, element);
            text.append(',');
          });
      text.append(']');
    } else {
      text.append(node);
    }
  }
}
