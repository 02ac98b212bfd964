package dev.mixpaneldata.mcp.derived;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names under which a tool's arguments are published where the Python server's differ from ours, so
 * that its users' prompts go on working. Ours are taken too.
 *
 * @param published the published name by our name
 */
record ArgumentNames(Map<String, String> published) {
  private static final Map<String, ArgumentNames> DIFFERENT =
      Map.of(
          "segmentation", new ArgumentNames(Map.of("on", "segment_property")),
          "activity_feed", new ArgumentNames(Map.of("distinct_ids", "distinct_id")),
          "sample", new ArgumentNames(Map.of("rows", "limit")));

  private static final ArgumentNames SAME = new ArgumentNames(Map.of());

  static ArgumentNames of(String tool) {
    return DIFFERENT.getOrDefault(tool, SAME);
  }

  /** The name that clients see. */
  String published(String ours) {
    return published.getOrDefault(ours, ours);
  }

  /** Arguments under our names. */
  Map<String, Object> toOurs(Map<String, Object> arguments) {
    if (published.isEmpty()) {
      return arguments;
    }
    Map<String, Object> renamed = new LinkedHashMap<>(arguments);
    published.forEach(
        (ours, shown) -> {
          Object value = renamed.remove(shown);
          if (value != null) {
            renamed.putIfAbsent(ours, value);
          }
        });
    return renamed;
  }
}
