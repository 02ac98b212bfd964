package dev.mixpaneldata.internal.live;

import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FlowResult;
import dev.mixpaneldata.report.saved.SavedFlowsResult;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a flow from its Sankey diagram, its list of the top paths, or its tree. Each of them has
 * that alone. In a diagram, the events after and before each event that it is drawn around have
 * columns of their own; who reaches the next of these events early ends there, and counts in its
 * own column too (recorded answers).
 */
final class FlowReader {
  /** The type of a place at the end of a path that has no event. */
  private static final String NO_EVENT = "EMPTY";

  private static final String DROPOFF = "DROPOFF";
  private static final String ANCHOR = "ANCHOR";

  private FlowReader() {}

  static FlowResult read(FlowRequest request, Json answer) {
    return switch (request.view()) {
      case GRAPH -> graph(request, answer);
      case PATHS -> paths(request, answer);
      case TREE -> FlowTreeReader.read(request, answer);
    };
  }

  private static FlowResult paths(FlowRequest request, Json answer) {
    List<FlowResult.Path> paths = new ArrayList<>();
    // Paths branch from their first events, so that the users up to an event are those of the
    // different paths to it.
    List<Map<List<String>, Long>> users = new ArrayList<>();
    request.events().forEach(anchor -> users.add(new HashMap<>()));
    for (SavedFlowsResult.FlowPath path : SavedFlowsResult.read(answer).paths()) {
      List<SavedFlowsResult.FlowNode> nodes =
          path.steps().stream().filter(node -> !node.type().equals(NO_EVENT)).toList();
      if (nodes.isEmpty()) {
        continue;
      }
      List<String> events = nodes.stream().map(node -> name(node.event(), node.type())).toList();
      // Each step has the users of the path up to it; the last one those of the whole path.
      paths.add(new FlowResult.Path(events, nodes.get(nodes.size() - 1).totalCount()));
      users.get(0).putIfAbsent(begin(path, events, 0), nodes.get(0).totalCount());
      int anchor = 0;
      for (int i = 0; i < nodes.size() && anchor < users.size(); i++) {
        if (nodes.get(i).type().equals(ANCHOR)) {
          if (anchor > 0) {
            users.get(anchor).putIfAbsent(begin(path, events, i), nodes.get(i).totalCount());
          }
          anchor++;
        }
      }
    }
    List<Long> all =
        users.stream()
            .map(counts -> counts.values().stream().mapToLong(Long::longValue).sum())
            .toList();
    return FlowResult.of(request, all, List.of(), paths, List.of(), Optional.of(answer));
  }

  private static List<String> begin(SavedFlowsResult.FlowPath path, List<String> events, int last) {
    List<String> begin = new ArrayList<>(path.segment());
    begin.addAll(events.subList(0, last + 1));
    return begin;
  }

  private static FlowResult graph(FlowRequest request, Json answer) {
    List<SavedFlowsResult.FlowStep> steps = SavedFlowsResult.read(answer).steps();
    List<Integer> columns = columns(request);
    List<FlowResult.Edge> edges = new ArrayList<>();
    for (int column = 0; column + 1 < steps.size(); column++) {
      for (SavedFlowsResult.FlowNode node : steps.get(column).nodes()) {
        addEdges(edges, request, columns, column, node);
      }
    }
    edges.sort(
        Comparator.comparingInt(FlowResult.Edge::anchor)
            .thenComparingInt(FlowResult.Edge::step)
            .thenComparing(Comparator.comparingLong(FlowResult.Edge::users).reversed())
            .thenComparing(FlowResult.Edge::from)
            .thenComparing(FlowResult.Edge::to));
    List<Long> users = new ArrayList<>();
    for (int column : columns) {
      users.add(column < steps.size() ? anchored(steps.get(column)) : 0);
    }
    return FlowResult.of(request, users, edges, List.of(), List.of(), Optional.of(answer));
  }

  private static void addEdges(
      List<FlowResult.Edge> edges,
      FlowRequest request,
      List<Integer> columns,
      int column,
      SavedFlowsResult.FlowNode node) {
    String event = name(node.event(), node.type());
    for (int i = 0; i < columns.size(); i++) {
      int distance = column - columns.get(i);
      boolean after = distance >= 0 && distance < request.forwardOf(i);
      boolean before = distance < 0 && -distance <= request.reverseOf(i);
      if (!after && !before) {
        continue;
      }
      for (SavedFlowsResult.FlowTarget next : node.targets()) {
        // Who left stays away in all further columns.
        if (node.type().equals(DROPOFF) && next.type().equals(DROPOFF)) {
          continue;
        }
        String to = name(next.event(), next.type());
        edges.add(
            after
                ? new FlowResult.Edge(i + 1, distance + 1, event, to, next.totalCount())
                : new FlowResult.Edge(i + 1, distance, to, event, next.totalCount()));
      }
    }
  }

  /** Returns the column of each event that the flow is drawn around. */
  private static List<Integer> columns(FlowRequest request) {
    List<Integer> columns = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < request.events().size(); i++) {
      next += request.reverseOf(i);
      columns.add(next);
      next += request.forwardOf(i) + 1;
    }
    return columns;
  }

  private static long anchored(SavedFlowsResult.FlowStep step) {
    return step.nodes().stream()
        .filter(node -> node.type().equals(ANCHOR))
        .mapToLong(SavedFlowsResult.FlowNode::totalCount)
        .sum();
  }

  static String name(String event, String type) {
    return switch (type) {
      case DROPOFF -> FlowResult.DROPOFF;
      case "PRUNED" -> FlowResult.OTHER;
      default -> event;
    };
  }
}
