package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FlowResult;
import dev.mixpaneldata.report.FlowView;
import dev.mixpaneldata.value.DateRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The definition of a flow as {@code POST /arb_funnels} takes it, and its Sankey diagram. */
final class FlowDefinition {
  private FlowDefinition() {}

  static FlowRequest read(JsonNode definition) throws Refusal {
    StrictKeys.check(definition, StrictKeys.FLOW, "");
    if (definition.path("steps").size() != 1) {
      throw Refusal.badRequest("FakeMixpanel knows flows around one event");
    }
    JsonNode step = definition.path("steps").get(0);
    StrictKeys.check(step, StrictKeys.FLOW_STEP, "steps");
    JsonNode range = definition.path("date_range");
    JsonNode window = definition.path("conversion_window");
    if (!range.path("type").asText().equals("between")
        || !window.path("unit").asText().equals("day")) {
      throw Refusal.badRequest("FakeMixpanel draws flows between days, within days");
    }
    FlowView view =
        switch (definition.path("flows_merge_type").asText()) {
          case "graph" -> FlowView.GRAPH;
          case "list" -> FlowView.PATHS;
          default -> throw Refusal.badRequest("FakeMixpanel draws graphs and lists of paths");
        };
    JsonNode filter = definition.path("filter_by_event");
    Optional<String> where =
        DefinitionFilters.condition(
            filter.path("children"), filter.path("operator").asText().equals("or"));
    List<String> hidden = new ArrayList<>();
    definition.path("hidden_events").forEach(name -> hidden.add(name.asText()));
    return FlowRequest.of(
            step.path("event").asText(),
            DateRange.of(range.path("from_date").asText(), range.path("to_date").asText()))
        .with(
            r ->
                r.forward(step.path("forward").asInt())
                    .reverse(step.path("reverse").asInt())
                    .branches(definition.path("cardinality_threshold").asInt(3))
                    .windowDays(window.path("value").asInt())
                    .where(where)
                    .hidden(hidden)
                    .view(view));
  }

  /** Returns the steps in order of time, each with its events and the edges to the next step. */
  static ObjectNode draw(FlowRequest request, FlowResult result) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.putObject("metadata");
    if (request.view() == FlowView.PATHS) {
      return list(answer, request, result);
    }
    answer.putArray("breakdowns");
    List<Map<String, ObjectNode>> steps = new ArrayList<>();
    for (int i = 0; i <= request.reverse() + request.forward(); i++) {
      steps.add(new LinkedHashMap<>());
    }
    node(steps.get(request.reverse()), request.event(), "ANCHOR", result.users());
    for (FlowResult.Edge edge : result.edges()) {
      int far = request.reverse() + edge.step();
      boolean before = edge.step() < 0;
      ObjectNode farther = node(steps.get(far), edge.to(), type(edge.to()), edge.users());
      ObjectNode nearer = nearer(steps.get(before ? far + 1 : far - 1), edge, request);
      addEdge(before ? farther : nearer, before ? edge.from() : edge.to(), far, edge.users());
    }
    ArrayNode array = answer.putArray("steps");
    steps.forEach(step -> array.addObject().putArray("nodes").addAll(step.values()));
    return answer.put("overallConversionRate", "NaN");
  }

  /** Writes the most common paths; each step has the users of the path up to it. */
  private static ObjectNode list(ObjectNode answer, FlowRequest request, FlowResult result) {
    ArrayNode flows = answer.putArray("flows");
    for (FlowResult.Path path : result.paths()) {
      ObjectNode flow = flows.addObject();
      ArrayNode steps = flow.putArray("flowSteps");
      for (int i = 0; i < path.events().size(); i++) {
        List<String> begin = path.events().subList(0, i + 1);
        long users =
            i == path.events().size() - 1
                ? path.users()
                : result.paths().stream()
                    .filter(p -> p.events().size() >= begin.size())
                    .filter(p -> p.events().subList(0, begin.size()).equals(begin))
                    .mapToLong(FlowResult.Path::users)
                    .sum();
        String event = path.events().get(i);
        boolean anchor = i == 0 && event.equals(request.event());
        steps
            .addObject()
            .put("event", shown(event))
            .put("type", anchor ? "ANCHOR" : type(event))
            .put(
                "totalCount",
                Long.toString(anchor && request.reverse() == 0 ? result.users() : users));
      }
      steps.addObject().put("event", "").put("type", "EMPTY").put("totalCount", "0");
      flow.putArray("segments");
    }
    return answer.put("foundCount", Integer.toString(result.paths().size()));
  }

  private static ObjectNode nearer(
      Map<String, ObjectNode> step, FlowResult.Edge edge, FlowRequest request) {
    boolean anchor = Math.abs(edge.step()) == 1;
    return step.computeIfAbsent(
        anchor ? "ANCHOR " + request.event() : type(edge.from()) + " " + edge.from(),
        key -> empty(edge.from(), type(edge.from())));
  }

  private static ObjectNode node(
      Map<String, ObjectNode> step, String event, String type, long users) {
    ObjectNode node = step.computeIfAbsent(type + " " + event, key -> empty(event, type));
    return node.put("totalCount", Long.toString(node.path("totalCount").asLong() + users));
  }

  private static ObjectNode empty(String event, String type) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("event", shown(event)).put("type", type).put("totalCount", "0");
    node.putArray("edges");
    return node;
  }

  private static void addEdge(ObjectNode from, String to, int step, long users) {
    ArrayNode edges = (ArrayNode) from.path("edges");
    edges
        .addObject()
        .put("event", shown(to))
        .put("type", type(to))
        .put("step", Integer.toString(step))
        .put("totalCount", Long.toString(users));
  }

  private static String shown(String event) {
    return switch (event) {
      case FlowResult.DROPOFF -> "";
      case FlowResult.OTHER -> "$other_events";
      default -> event;
    };
  }

  private static String type(String event) {
    return switch (event) {
      case FlowResult.DROPOFF -> "DROPOFF";
      case FlowResult.OTHER -> "PRUNED";
      default -> "NORMAL";
    };
  }
}
