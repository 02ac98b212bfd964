package dev.mixpaneldata.bridge.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.bridge.client.RemoteTool;
import dev.mixpaneldata.bridge.vendor.Vendors;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.testkit.vendor.FakeVendor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over the recorded catalogues, and against tables of its own: nothing that changes passes. */
class PolicyTest {
  private static final int CALLS = 20_000;

  /** The tools of the recordings whose every call reads, or that read with these actions. */
  private static final Set<String> ALWAYS_READING_PREFIXES =
      Set.of("Get-", "List-", "Find-", "Search-", "Describe-", "Explain-", "get_", "search_");

  private static final Set<String> ALWAYS_READING =
      Set.of(
          "Run-Query",
          "Display-Query",
          "Run-Experiment-Pre-Launch-Checks",
          "query_amplitude_data",
          "use_amplitude_ai_feedback");

  private static final Map<String, Set<String>> READING_ACTIONS =
      Map.of(
          "use_amp_dashboards", Set.of("get"),
          "use_amp_notebooks", Set.of("get"),
          "use_amp_experiments", Set.of("get", "analyze"),
          "use_amp_flags", Set.of("get", "list_deployments"),
          "use_amplitude_chart_monitors", Set.of("get_alerts", "get_config", "history"),
          "use_amplitude_cohorts", Set.of("get", "list"),
          "use_amplitude_metrics", Set.of("get", "list"),
          "manage_amp_events", Set.of("get"));

  private static final List<String> VALUES =
      List.of(
          "get",
          "list",
          "create",
          "edit",
          "update",
          "delete",
          "analyze",
          "list_deployments",
          "history",
          "GET",
          "get ",
          "subscribe",
          "get_config",
          "replace_properties",
          "");

  @ParameterizedTest
  @ValueSource(strings = {"mixpanel", "amplitude"})
  void noCallThatCouldChangeAnythingIsAllowed(String vendor) throws IOException {
    List<RemoteTool> tools = catalogue(vendor);
    Policy policy = new Policy(Vendors.find(vendor), Set.of("no-such-tool"), Inventory.of(tools));
    Random random = new Random(20260813);
    int allowed = 0;
    for (int i = 0; i < CALLS; i++) {
      RemoteTool tool = tools.get(random.nextInt(tools.size()));
      JsonNode arguments = arguments(random, 0);
      if (policy.decide(tool, arguments).allowed()) {
        allowed++;
        assertThat(reads(tool.name(), arguments)).as(tool.name() + " " + arguments).isTrue();
      }
    }
    assertThat(allowed).isGreaterThan(CALLS / 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mixpanel", "amplitude"})
  void noWritingToolPassesEvenWhenTheUserAllowsItByName(String vendor) throws IOException {
    List<RemoteTool> tools = catalogue(vendor);
    List<String> names = tools.stream().map(RemoteTool::name).toList();
    Policy policy = new Policy(Optional.empty(), Set.copyOf(names), Inventory.of(tools));

    List<String> passing =
        tools.stream().filter(t -> policy.decide(t).allowed()).map(RemoteTool::name).toList();

    assertThat(passing)
        .allMatch(name -> reads(name, JsonNodeFactory.instance.objectNode()) || mixed(name));
  }

  private static boolean mixed(String name) {
    return READING_ACTIONS.containsKey(name);
  }

  /** The table of what reads, written apart from the policy. */
  private static boolean reads(String name, JsonNode arguments) {
    Set<String> actions = READING_ACTIONS.get(name);
    if (actions == null) {
      return ALWAYS_READING.contains(name)
          || ALWAYS_READING_PREFIXES.stream().anyMatch(name::startsWith);
    }
    List<JsonNode> found = new ArrayList<>();
    collectActions(arguments, found);
    return !found.isEmpty()
        && found.stream().allMatch(v -> v.isTextual() && actions.contains(v.asText()));
  }

  private static void collectActions(JsonNode node, List<JsonNode> found) {
    node.properties()
        .forEach(
            e -> {
              if (e.getKey().equalsIgnoreCase("action")) {
                found.add(e.getValue());
              }
              collectActions(e.getValue(), found);
            });
    if (node.isArray()) {
      node.forEach(element -> collectActions(element, found));
    }
  }

  private static JsonNode arguments(Random random, int depth) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (random.nextInt(4) > 0) {
      node.set(random.nextInt(12) == 0 ? "ACTION" : "action", value(random, depth));
    }
    if (random.nextInt(3) == 0) {
      node.put("name", "x");
    }
    if (depth < 2 && random.nextInt(5) == 0) {
      node.putArray("operations").add(arguments(random, depth + 1));
    }
    return node;
  }

  private static JsonNode value(Random random, int depth) {
    String text = VALUES.get(random.nextInt(VALUES.size()));
    return switch (random.nextInt(8)) {
      case 0 -> JsonNodeFactory.instance.arrayNode().add(text);
      case 1 -> depth < 2 ? arguments(random, depth + 1) : JsonNodeFactory.instance.nullNode();
      default -> JsonNodeFactory.instance.textNode(text);
    };
  }

  private static List<RemoteTool> catalogue(String vendor) throws IOException {
    try (InputStream stream = FakeVendor.class.getResourceAsStream(vendor + "-tools.json")) {
      List<RemoteTool> tools = new ArrayList<>();
      Mappers.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
          .path("tools")
          .forEach(tool -> tools.add(new RemoteTool(tool)));
      return tools;
    }
  }
}
