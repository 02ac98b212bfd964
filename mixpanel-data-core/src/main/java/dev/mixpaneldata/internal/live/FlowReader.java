package dev.mixpaneldata.internal.live;

import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FlowResult;
import dev.mixpaneldata.report.FlowView;
import dev.mixpaneldata.report.saved.SavedFlowsResult;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a flow from its Sankey diagram: steps in order of time, of which one holds the event
 * itself, and from each event the edges to those of the next step. It has no whole paths; the list
 * of the top paths has these alone.
 */
final class FlowReader {
  /** The type of a place at the end of a path that has no event. */
  private static final String NO_EVENT = "EMPTY";

  private FlowReader() {}

  static FlowResult read(FlowRequest request, Json answer) {
    return request.view() == FlowView.PATHS ? paths(request, answer) : graph(request, answer);
  }

  private static FlowResult paths(FlowRequest request, Json answer) {
    List<FlowResult.Path> paths = new ArrayList<>();
    // Paths branch from their first events, which have all of their users.
    Map<List<String>, Long> users = new HashMap<>();
    for (SavedFlowsResult.FlowPath path : SavedFlowsResult.read(answer).paths()) {
      List<SavedFlowsResult.FlowNode> nodes =
          path.steps().stream().filter(node -> !node.type().equals(NO_EVENT)).toList();
      if (nodes.isEmpty()) {
        continue;
      }
      List<String> events = nodes.stream().map(node -> name(node.event(), node.type())).toList();
      // Each step has the users of the path up to it; the last one those of the whole path.
      paths.add(new FlowResult.Path(events, nodes.get(nodes.size() - 1).totalCount()));
      List<String> root = new ArrayList<>(path.segment());
      root.add(nodes.get(0).event());
      users.putIfAbsent(root, nodes.get(0).totalCount());
    }
    long all = users.values().stream().mapToLong(Long::longValue).sum();
    return FlowResult.of(request, all, List.of(), paths, Optional.of(answer));
  }

  private static FlowResult graph(FlowRequest request, Json answer) {
    List<SavedFlowsResult.FlowStep> steps = SavedFlowsResult.read(answer).steps();
    int anchor = anchor(steps, request.reverse());
    List<FlowResult.Edge> edges = new ArrayList<>();
    for (int step = 0; step < steps.size(); step++) {
      for (SavedFlowsResult.FlowNode node : steps.get(step).nodes()) {
        String event = name(node.event(), node.type());
        int distance = step - anchor;
        for (SavedFlowsResult.FlowTarget next : node.targets()) {
          String to = name(next.event(), next.type());
          edges.add(
              distance < 0
                  ? new FlowResult.Edge(distance, to, event, next.totalCount())
                  : new FlowResult.Edge(distance + 1, event, to, next.totalCount()));
        }
      }
    }
    edges.sort(
        Comparator.comparingInt(FlowResult.Edge::step)
            .thenComparing(Comparator.comparingLong(FlowResult.Edge::users).reversed())
            .thenComparing(FlowResult.Edge::from)
            .thenComparing(FlowResult.Edge::to));
    long users =
        anchor < steps.size()
            ? steps.get(anchor).nodes().stream()
                .mapToLong(SavedFlowsResult.FlowNode::totalCount)
                .sum()
            : 0;
    return FlowResult.of(request, users, edges, List.of(), Optional.of(answer));
  }

  /** Returns the place of the step that holds the event itself. */
  private static int anchor(List<SavedFlowsResult.FlowStep> steps, int otherwise) {
    for (int step = 0; step < steps.size(); step++) {
      if (steps.get(step).nodes().stream().anyMatch(node -> node.type().equals("ANCHOR"))) {
        return step;
      }
    }
    return otherwise;
  }

  private static String name(String event, String type) {
    return switch (type) {
      case "DROPOFF" -> FlowResult.DROPOFF;
      case "PRUNED" -> FlowResult.OTHER;
      default -> event;
    };
  }
}
