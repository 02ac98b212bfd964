package dev.mixpaneldata.bridge.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.bridge.client.RemoteTool;
import dev.mixpaneldata.internal.Sha256;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tools of a server with a digest of what each takes, as they were when the user looked at them
 * last. Tools change overnight; what is new or different waits until it is looked at.
 */
public record Inventory(Map<String, String> digests) {
  public Inventory {
    digests = Collections.unmodifiableMap(new TreeMap<>(digests));
  }

  /** The tools as they are now. */
  public static Inventory of(List<RemoteTool> tools) {
    Map<String, String> digests = new TreeMap<>();
    tools.forEach(tool -> digests.put(tool.name(), digest(tool)));
    return new Inventory(digests);
  }

  /** What is different now. */
  public Drift drift(List<RemoteTool> now) {
    Inventory current = of(now);
    List<String> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    current.digests.forEach(
        (name, digest) -> {
          if (!digests.containsKey(name)) {
            added.add(name);
          } else if (!digest.equals(digests.get(name))) {
            changed.add(name);
          }
        });
    List<String> removed =
        digests.keySet().stream().filter(name -> !current.digests.containsKey(name)).toList();
    return new Drift(added, changed, removed);
  }

  /** Whether a tool is as it was. */
  boolean knows(RemoteTool tool) {
    return digest(tool).equals(digests.get(tool.name()));
  }

  /**
   * Of the arguments and the hints; descriptions may be reworded without a difference in effect.
   */
  private static String digest(RemoteTool tool) {
    StringBuilder text = new StringBuilder();
    append(text, tool.inputSchema());
    text.append('|');
    append(text, tool.annotations());
    return Sha256.half(text.toString());
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

  /** What a server offers otherwise than before. */
  public record Drift(List<String> added, List<String> changed, List<String> removed) {
    public Drift {
      added = List.copyOf(added);
      changed = List.copyOf(changed);
      removed = List.copyOf(removed);
    }

    public boolean isEmpty() {
      return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
  }
}
