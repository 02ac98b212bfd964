package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.mcp.chain.AccessRules;
import dev.mixpaneldata.mcp.chain.AuditLog;
import dev.mixpaneldata.mcp.chain.Chain;
import dev.mixpaneldata.mcp.derived.DerivedTools;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolHints;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.mcp.toolbox.Toolbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is offered, and under which names. */
class ToolboxTest {
  private static Toolbox toolbox(AccessRules rules) {
    return Toolbox.of(new Chain(rules, new AuditLog(Optional.empty(), Clock.systemUTC())));
  }

  private static final Map<String, Tool> TOOLS =
      toolbox(AccessRules.usual()).all().stream()
          .collect(Collectors.toMap(Tool::name, Function.identity()));

  private static Set<String> shown(AccessRules rules) {
    Toolbox toolbox = toolbox(rules);
    return toolbox.all().stream()
        .map(Tool::name)
        .filter(toolbox::shows)
        .collect(Collectors.toSet());
  }

  @Test
  void everyOperationIsAToolUnlessThereIsAReason() {
    List<String> left =
        Operations.all().stream()
            .map(OperationSpec::id)
            .filter(id -> !TOOLS.containsKey(id))
            .toList();
    assertThat(left).containsExactlyInAnyOrderElementsOf(DerivedTools.LEFT_OUT.keySet());
  }

  @Test
  void promptsForThePythonServerGoOnWorking() throws IOException {
    assertThat(list("/python-tools.txt"))
        .hasSize(56)
        .allSatisfy(
            (name, arguments) -> {
              assertThat(TOOLS).containsKey(name);
              assertThat(properties(TOOLS.get(name)).keySet()).as(name).containsAll(arguments);
            });
  }

  /** The arguments of tools by their names: lines {@code name: argument, argument}. */
  private static Map<String, List<String>> list(String resource) throws IOException {
    String text =
        new String(
            ToolboxTest.class.getResourceAsStream(resource).readAllBytes(), StandardCharsets.UTF_8);
    return text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(":", 2))
        .collect(
            Collectors.toMap(
                parts -> parts[0],
                parts ->
                    Stream.of(parts[1].split(","))
                        .map(String::strip)
                        .filter(argument -> !argument.isEmpty())
                        .toList()));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> properties(Tool tool) {
    return (Map<String, Object>) tool.input().getOrDefault("properties", Map.of());
  }

  @Test
  void theListIsShortEnoughForAModelToRead() {
    Toolbox toolbox = toolbox(AccessRules.usual());
    List<Map<String, Object>> listed =
        toolbox.all().stream()
            .filter(t -> toolbox.shows(t.name()))
            .<Map<String, Object>>map(
                t -> {
                  Map<String, Object> tool = new LinkedHashMap<>();
                  tool.put("name", t.name());
                  tool.put("title", t.title());
                  tool.put("description", t.description());
                  tool.put("inputSchema", t.input());
                  t.output().ifPresent(o -> tool.put("outputSchema", o));
                  tool.put("annotations", t.hints());
                  return tool;
                })
            .toList();
    assertThat(ResultJson.text(listed).length()).isLessThan(64_000);
  }

  @Test
  void readingOnlyLeavesNoToolThatChangesAnything() {
    Set<String> reading = shown(AccessRules.usual().withReadOnly());
    assertThat(reading).contains("sql", "segmentation", "cohort_comparison");
    assertThat(reading)
        .allSatisfy(name -> assertThat(TOOLS.get(name).hints().readOnly()).as(name).isTrue());
    assertThat(reading)
        .doesNotContain("fetch_events", "drop_table", "switch_account", "export_table");
  }

  @Test
  void withoutLocalTablesNoReportReadsThem() {
    Set<String> shown = shown(AccessRules.usual().withTables(AccessRules.TableAccess.NONE));
    assertThat(shown).contains("segmentation").doesNotContain("sessions", "active_users", "sql");
    Tool segmentation =
        toolbox(AccessRules.usual().withTables(AccessRules.TableAccess.NONE)).all().stream()
            .filter(tool -> tool.name().equals("segmentation"))
            .findFirst()
            .orElseThrow();
    assertThat(properties(segmentation)).doesNotContainKeys("source", "cohort");
    assertThat(properties(TOOLS.get("segmentation"))).containsKeys("source", "cohort");
    assertThat(properties(TOOLS.get("sessions"))).containsKey("cohort").doesNotContainKey("source");
  }

  @Test
  void theKlavisNamesAreOfferedOnDemandOnly() throws IOException {
    AccessRules klavis = AccessRules.usual().withToolsets(Set.of(Toolset.KLAVIS));
    assertThat(shown(AccessRules.usual().withWrites()))
        .noneMatch(name -> name.startsWith("mixpanel_"));
    assertThat(shown(klavis)).hasSize(16).allMatch(name -> TOOLS.get(name).hints().readOnly());
    assertThat(shown(klavis.withWrites()))
        .containsExactlyInAnyOrderElementsOf(list("/klavis-tools.txt").keySet());
    assertThat(shown(klavis.withWrites().withReadOnly()))
        .containsExactlyInAnyOrderElementsOf(shown(klavis));
  }

  @Test
  void promptsForTheKlavisServerGoOnWorking() throws IOException {
    assertThat(list("/klavis-tools.txt"))
        .hasSize(21)
        .allSatisfy(
            (name, arguments) ->
                assertThat(properties(TOOLS.get(name)).keySet()).as(name).containsAll(arguments));
  }

  @Test
  void everyToolSaysWhatItDoes() {
    assertThat(TOOLS.values())
        .allSatisfy(
            tool -> {
              assertThat(tool.title()).isNotBlank();
              assertThat(tool.description()).hasSizeGreaterThan(10).endsWith(".");
              assertThat(tool.description()).doesNotContain("--", "mp ");
            });
  }

  private static final Pattern READING =
      Pattern.compile(
          "(list|get|query|show|stream|sample|summarize|validate)_.*|mixpanel_(get|query|list|run)_.*");

  private static final Pattern REMOVING = Pattern.compile("(bulk_)?(delete|drop|remove)_.*");

  private static final Pattern ADDING =
      Pattern.compile("(create|duplicate|test)_.*|mixpanel_(import|send|track)_.*");

  /** By their names, beside what their operations declare. */
  @Test
  void hintsAgreeWithNames() {
    for (Tool tool : TOOLS.values()) {
      ToolHints hints = tool.hints();
      String name = tool.name();
      if (READING.matcher(name).matches()) {
        assertThat(hints.readOnly()).as(name).isTrue();
      }
      if (REMOVING.matcher(name).matches() && !NOT_LOST.contains(name)) {
        assertThat(hints.destructive()).as(name).isTrue();
      }
      if (ADDING.matcher(name).matches() && !NOT_ADDING.contains(name)) {
        assertThat(hints.readOnly()).as(name).isFalse();
        // What was destroyed, or replaced whole, is so after a second call, too.
        assertThat(hints.idempotent()).as(name).isEqualTo(hints.destructive());
      }
      if (hints.readOnly()) {
        assertThat(hints.destructive() || hints.changesMixpanel()).as(name).isFalse();
      }
      if (hints.destructive()) {
        assertThat(tool.arguments()).as(name).contains("confirm");
      }
    }
  }

  /** A check, a schema, which a second call replaces by the same, and ids joined already. */
  private static final Set<String> NOT_ADDING =
      Set.of("test_credentials", "create_schema", "create_identity", "create_alias");

  /** What these take away is still there, in another place. */
  private static final Set<String> NOT_LOST = Set.of("remove_report_from_dashboard");
}
