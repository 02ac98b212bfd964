package dev.mixpaneldata.report.saved;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.LenientReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The trees of a flow as rows: each event stands below the one before it. */
record FlowTreeTable(List<List<@Nullable Object>> cells) implements ReportTable {
  static FlowTreeTable of(JsonNode trees) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (JsonNode tree : LenientReader.elements(trees)) {
      add(rows, 1, tree.path("root"));
    }
    return new FlowTreeTable(rows);
  }

  private static void add(List<List<@Nullable Object>> rows, int depth, JsonNode node) {
    JsonNode step = node.path("step");
    String type = step.path("type").asText();
    String event = step.path("event").asText();
    // A root may lack an event.
    boolean shown = !event.isEmpty() || !type.isEmpty();
    if (shown) {
      rows.add(
          Arrays.<@Nullable Object>asList(
              depth,
              event,
              type,
              count(node, "totalCount", "total_count"),
              count(node, "dropOffTotalCount", "drop_off_total_count")));
    }
    for (JsonNode child : LenientReader.elements(node.path("children"))) {
      add(rows, shown ? depth + 1 : depth, child);
    }
  }

  private static long count(JsonNode node, String name, String otherName) {
    return LenientReader.count(node.has(name) ? node.path(name) : node.path(otherName));
  }

  @Override
  public List<String> header() {
    return List.of("depth", "event", "type", "count", "dropoff");
  }
}
