package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.report.FlowAnchor;
import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FlowResult;
import dev.mixpaneldata.report.FlowView;
import dev.mixpaneldata.report.TimeSpan;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The definition of a flow as {@code POST /arb_funnels} takes it, and what it is drawn as. */
final class FlowDefinition {
  private static final String ANCHOR = "ANCHOR";

  private FlowDefinition() {}

  static FlowRequest read(JsonNode definition, LocalDate today) throws Refusal {
    StrictKeys.check(definition, StrictKeys.FLOW, "");
    if (definition.path("steps").isEmpty()) {
      throw Refusal.badRequest("steps: Field required");
    }
    List<FlowAnchor> anchors = new ArrayList<>();
    for (JsonNode step : definition.path("steps")) {
      StrictKeys.check(step, StrictKeys.FLOW_STEP, "steps");
      Optional<String> condition = SegmentFilters.condition(step);
      anchors.add(
          FlowAnchor.of(step.path("event").asText())
              .with(
                  a ->
                      a.where(condition)
                          .forward(step.path("forward").asInt())
                          .reverse(step.path("reverse").asInt())));
    }
    JsonNode window = definition.path("conversion_window");
    if (!window.path("unit").asText().equals("day")) {
      throw Refusal.badRequest("FakeMixpanel draws flows within days");
    }
    FlowView view =
        switch (definition.path("flows_merge_type").asText()) {
          case "graph" -> FlowView.GRAPH;
          case "list" -> FlowView.PATHS;
          case "tree" -> FlowView.TREE;
          default -> throw Refusal.badRequest("Invalid flows_merge_type");
        };
    JsonNode filter = definition.path("filter_by_event");
    Optional<String> where =
        DefinitionFilters.condition(
            filter.path("children"), filter.path("operator").asText().equals("or"));
    return FlowRequest.around(anchors, range(definition.path("date_range"), today))
        .with(
            r ->
                r.branches(definition.path("cardinality_threshold").asInt(3))
                    .windowDays(window.path("value").asInt())
                    .where(where)
                    .hidden(texts(definition.path("hidden_events")))
                    .exclusions(texts(definition.path("exclusions")))
                    .view(view));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static DateRange range(JsonNode dates, LocalDate today) throws Refusal {
    JsonNode from = dates.path("from_date");
    return switch (dates.path("type").asText()) {
      case "between" -> DateRange.of(from.asText(), dates.path("to_date").asText());
      case "in the last" ->
          new TimeSpan(
                  from.path("value").asInt(),
                  InsightsDefinition.choice(CalendarUnit.class, from.path("unit").asText()))
              .upTo(today);
      default -> throw Refusal.badRequest("FakeMixpanel knows days between, and in the last days");
    };
  }

  /** Returns what a flow is drawn as. */
  static ObjectNode draw(FlowRequest request, FlowResult result) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.putObject("metadata");
    return switch (request.view()) {
      case GRAPH -> diagram(answer, request, result);
      case PATHS -> list(answer, request, result);
      case TREE -> tree(answer, request, result);
    };
  }

  /**
   * Writes the steps in order of time, each with its events and the edges to the next step. The
   * events around each event of the flow have columns of their own, as recorded answers have.
   */
  private static ObjectNode diagram(ObjectNode answer, FlowRequest request, FlowResult result) {
    answer.putArray("breakdowns");
    List<Map<String, ObjectNode>> steps = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < request.events().size(); i++) {
      columns.add(steps.size() + request.reverseOf(i));
      for (int n = 0; n <= request.reverseOf(i) + request.forwardOf(i); n++) {
        steps.add(new LinkedHashMap<>());
      }
      FlowResult.Anchor anchor = result.anchors().get(i);
      node(steps.get(columns.get(i)), anchor.event(), ANCHOR, anchor.users());
    }
    for (FlowResult.Edge edge : result.edges()) {
      int column = columns.get(edge.anchor() - 1);
      int far = column + edge.step();
      boolean before = edge.step() < 0;
      String anchor = request.events().get(edge.anchor() - 1).event();
      ObjectNode farther = node(steps.get(far), edge.to(), type(edge.to()), edge.users());
      ObjectNode nearer =
          Math.abs(edge.step()) == 1
              ? node(steps.get(column), anchor, ANCHOR, 0)
              : node(steps.get(before ? far + 1 : far - 1), edge.from(), type(edge.from()), 0);
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
      int reached = 0;
      for (int i = 0; i < path.events().size(); i++) {
        List<String> begin = path.events().subList(0, i + 1);
        boolean last = i == path.events().size() - 1;
        String event = path.events().get(i);
        boolean anchor = isAnchor(request, event, reached);
        reached += anchor ? 1 : 0;
        steps
            .addObject()
            .put("event", shown(event))
            .put("type", anchor ? ANCHOR : type(event))
            .put("totalCount", Long.toString(last ? path.users() : users(result, begin)));
      }
      steps.addObject().put("event", "").put("type", "EMPTY").put("totalCount", "0");
      flow.putArray("segments");
    }
    return answer.put("foundCount", Integer.toString(result.paths().size()));
  }

  private static boolean isAnchor(FlowRequest request, String event, int reached) {
    return reached < request.events().size() && request.events().get(reached).event().equals(event);
  }

  private static long users(FlowResult result, List<String> begin) {
    return result.paths().stream()
        .filter(path -> path.events().size() >= begin.size())
        .filter(path -> path.events().subList(0, begin.size()).equals(begin))
        .mapToLong(FlowResult.Path::users)
        .sum();
  }

  /** Writes the branches inside of those that they grow out of. */
  private static ObjectNode tree(ObjectNode answer, FlowRequest request, FlowResult result) {
    ArrayNode trees = answer.putArray("trees");
    Map<List<String>, ObjectNode> known = new HashMap<>();
    for (FlowResult.Path branch : result.tree()) {
      int last = branch.events().size() - 1;
      String event = branch.events().get(last);
      ObjectNode parent = known.get(branch.events().subList(0, last));
      if (parent != null && event.equals(FlowResult.DROPOFF)) {
        parent.put("dropOffTotalCount", Long.toString(branch.users()));
        continue;
      }
      ObjectNode node =
          parent == null
              ? trees.addObject().putObject("root")
              : parent.withArray("/children").addObject();
      int reached = 0;
      for (String before : branch.events().subList(0, last)) {
        reached += isAnchor(request, before, reached) ? 1 : 0;
      }
      node.putObject("step")
          .put("event", shown(event))
          .put("type", isAnchor(request, event, reached) ? ANCHOR : type(event))
          .put("stepNumber", last);
      node.put("totalCount", Long.toString(branch.users())).put("dropOffTotalCount", "0");
      node.putArray("children");
      known.put(branch.events(), node);
    }
    return answer;
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
