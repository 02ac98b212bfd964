package dev.mixpaneldata.mcp.derived;

import static dev.mixpaneldata.catalogue.StoreOperations.SAMPLE;
import static dev.mixpaneldata.report.Report.ACTIVITY_FEED;
import static dev.mixpaneldata.report.Report.SEGMENTATION;

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
          SEGMENTATION.id(), new ArgumentNames(Map.of("on", "segment_property")),
          ACTIVITY_FEED.id(), new ArgumentNames(Map.of("distinct_ids", "distinct_id")),
          SAMPLE.id(), new ArgumentNames(Map.of("rows", "limit")));

  private static final ArgumentNames SAME = new ArgumentNames(Map.of());

  /** The names of every operation that has others here, by its id. */
  static Map<String, ArgumentNames> different() {
    return DIFFERENT;
  }

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
