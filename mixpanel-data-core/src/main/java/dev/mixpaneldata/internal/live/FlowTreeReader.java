package dev.mixpaneldata.internal.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FlowResult;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the trees of a flow: {@code {"trees": [{"root": {"step": {"event"}, "totalCount",
 * "dropOffTotalCount", "children": […]}}]}}. The names of the fields come in snake case too, and a
 * root may lack an event (Mixpanel's Python package).
 */
final class FlowTreeReader {
  private final List<FlowResult.Path> branches = new ArrayList<>();
  private final long[] users;
  private final FlowRequest request;

  private FlowTreeReader(FlowRequest request) {
    this.request = request;
    this.users = new long[request.events().size()];
  }

  static FlowResult read(FlowRequest request, Json answer) {
    FlowTreeReader reader = new FlowTreeReader(request);
    for (JsonNode tree : LenientReader.elements(Mappers.read(answer.text()).path("trees"))) {
      reader.add(tree.path("root"), List.of(), 0);
    }
    List<Long> users = new ArrayList<>();
    for (long count : reader.users) {
      users.add(count);
    }
    return FlowResult.of(
        request, users, List.of(), List.of(), reader.branches, Optional.of(answer));
  }

  /**
   * Adds a branch and all that grows out of it.
   *
   * @param anchor the number of events that the flow is drawn around on the way to it
   */
  private void add(JsonNode node, List<String> before, int anchor) {
    JsonNode step = node.path("step");
    String type = step.path("type").asText();
    String event = FlowReader.name(step.path("event").asText(), type);
    List<String> events = new ArrayList<>(before);
    int reached = anchor;
    if (!event.isEmpty()) {
      events.add(event);
      long count = count(node, "totalCount", "total_count");
      branches.add(new FlowResult.Path(List.copyOf(events), count));
      if (type.equals("ANCHOR") && anchor < request.events().size()) {
        users[anchor] += count;
        reached++;
      }
      long left = count(node, "dropOffTotalCount", "drop_off_total_count");
      if (left > 0) {
        List<String> ended = new ArrayList<>(events);
        ended.add(FlowResult.DROPOFF);
        branches.add(new FlowResult.Path(ended, left));
      }
    }
    for (JsonNode child : LenientReader.elements(node.path("children"))) {
      add(child, events, reached);
    }
  }

  private static long count(JsonNode node, String name, String otherName) {
    return LenientReader.count(node.has(name) ? node.path(name) : node.path(otherName));
  }
}
