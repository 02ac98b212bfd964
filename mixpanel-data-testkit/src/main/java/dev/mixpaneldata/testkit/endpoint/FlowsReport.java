package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.testkit.naive.NaiveEvent;
import dev.mixpaneldata.testkit.naive.NaiveReports;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The endpoint {@code /arb_funnels} for a saved Flows report: each user's events after the first
 * anchor, within 30 days. Each step names three events and counts the others together. Counts are
 * texts, as Mixpanel's are.
 */
final class FlowsReport {
  private static final Duration WINDOW = Duration.ofDays(30);
  private static final int NAMED = 3;
  private static final String OTHERS = "$other_events";
  private static final String DROP_OFF = "$dropoff";

  private final ReportSource source;

  FlowsReport(ReportSource source) {
    this.source = source;
  }

  JsonNode query(Arguments arguments) throws Refusal {
    Optional<JsonNode> definition = arguments.json("bookmark");
    if (definition.isPresent()) {
      FlowRequest request = FlowDefinition.read(definition.get(), today());
      JsonNode kept = definition.get().path("filter_by_cohort");
      NaiveReports reports = DefinitionCohorts.reports(source);
      return FlowDefinition.draw(
          request,
          (kept.isObject() ? reports.among(DefinitionCohorts.read(kept)) : reports).flow(request));
    }
    String id = arguments.required("bookmark_id");
    if (!arguments.required("query_type").equals("flows_sankey")) {
      throw Refusal.badRequest("FakeMixpanel draws flows_sankey alone");
    }
    SavedFlows flows =
        source.world().saved().flows().stream()
            .filter(f -> Long.toString(f.id()).equals(id))
            .findFirst()
            .orElseThrow(() -> Refusal.badRequest("Bookmark not found: " + id));
    List<List<String>> paths = named(paths(flows), flows.steps());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("computed_at", source.world().clock().instant().toString());
    answer.putObject("metadata").put("bookmark_id", flows.id());
    answer.putArray("breakdowns");
    ArrayNode steps = answer.putArray("steps");
    for (int step = 0; step <= flows.steps(); step++) {
      addStep(steps.addObject().putArray("nodes"), paths, step);
    }
    return answer.put("overallConversionRate", paths.isEmpty() ? 0.0 : 1.0);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(source.world().clock().instant(), source.zone());
  }

  /** Returns the events of each user from the anchor on, at most this many steps. */
  private List<List<String>> paths(SavedFlows flows) {
    Map<String, List<NaiveEvent>> users =
        source.reports().events().stream()
            .filter(e -> !e.distinctId().isEmpty())
            .sorted(
                Comparator.comparingLong(NaiveEvent::timeMillis).thenComparing(NaiveEvent::name))
            .collect(
                Collectors.groupingBy(
                    NaiveEvent::distinctId, LinkedHashMap::new, Collectors.toList()));
    List<List<String>> paths = new ArrayList<>();
    for (List<NaiveEvent> events : users.values()) {
      for (int i = 0; i < events.size(); i++) {
        if (isAnchor(events.get(i), flows)) {
          long end = events.get(i).timeMillis() + WINDOW.toMillis();
          paths.add(
              events.subList(i, events.size()).stream()
                  .filter(e -> e.timeMillis() <= end)
                  .limit(flows.steps() + 1L)
                  .map(NaiveEvent::name)
                  .toList());
          break;
        }
      }
    }
    return paths;
  }

  private boolean isAnchor(NaiveEvent event, SavedFlows flows) {
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(event.timeMillis()), source.zone());
    return event.name().equals(flows.event())
        && !day.isBefore(flows.range().from())
        && !day.isAfter(flows.range().to());
  }

  /** Returns the paths to their last step or the end, with the rarer events of a step as one. */
  private static List<List<String>> named(List<List<String>> paths, int steps) {
    List<List<String>> named = new ArrayList<>(paths.stream().map(ArrayList::new).toList());
    for (int step = 1; step <= steps; step++) {
      int at = step;
      List<String> largest =
          count(paths.stream().filter(p -> p.size() > at).map(p -> p.get(at)).toList()).stream()
              .limit(NAMED)
              .map(Map.Entry::getKey)
              .toList();
      for (List<String> path : named) {
        if (path.size() == step) {
          path.add(DROP_OFF);
        } else if (path.size() > step && !path.get(step).equals(DROP_OFF)) {
          path.set(step, largest.contains(path.get(step)) ? path.get(step) : OTHERS);
        }
        if (path.get(step - 1).equals(DROP_OFF)) {
          path.set(step, DROP_OFF);
        }
      }
    }
    return named;
  }

  private static void addStep(ArrayNode nodes, List<List<String>> paths, int step) {
    List<List<String>> here =
        paths.stream().filter(p -> step == 0 || !p.get(step - 1).equals(DROP_OFF)).toList();
    count(here.stream().map(p -> p.get(step)).toList())
        .forEach(
            entry -> {
              String event = entry.getKey();
              ObjectNode node =
                  nodes
                      .addObject()
                      .put("event", event)
                      .put("type", step == 0 ? "ANCHOR" : type(event))
                      .put("totalCount", entry.getValue().toString());
              ArrayNode edges = node.putArray("edges");
              if (!event.equals(DROP_OFF)) {
                addEdges(
                    edges, here.stream().filter(p -> p.get(step).equals(event)).toList(), step);
              }
            });
  }

  private static void addEdges(ArrayNode edges, List<List<String>> from, int step) {
    count(from.stream().filter(p -> p.size() > step + 1).map(p -> p.get(step + 1)).toList())
        .forEach(
            next ->
                edges
                    .addObject()
                    .put("step", step + 1)
                    .put("event", next.getKey())
                    .put("type", type(next.getKey()))
                    .put("totalCount", next.getValue().toString()));
  }

  private static String type(String event) {
    return switch (event) {
      case DROP_OFF -> "DROPOFF";
      case OTHERS -> "PRUNED";
      default -> "NORMAL";
    };
  }

  /** Returns how often each text occurs, the commonest first, those of equal counts by name. */
  private static List<Map.Entry<String, Long>> count(List<String> texts) {
    Map<String, Long> counts =
        texts.stream().collect(Collectors.groupingBy(t -> t, TreeMap::new, Collectors.counting()));
    Comparator<Map.Entry<String, Long>> bySize = Map.Entry.comparingByValue();
    return counts.entrySet().stream().sorted(bySize.reversed()).toList();
  }
}
