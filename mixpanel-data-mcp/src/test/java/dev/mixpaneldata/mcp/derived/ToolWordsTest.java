package dev.mixpaneldata.mcp.derived;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.mcp.answer.NextSteps;
import dev.mixpaneldata.mcp.chain.AccessRules;
import dev.mixpaneldata.mcp.chain.AuditLog;
import dev.mixpaneldata.mcp.chain.Chain;
import dev.mixpaneldata.mcp.prompt.Prompt;
import dev.mixpaneldata.mcp.prompt.Prompts;
import dev.mixpaneldata.mcp.resource.Resources;
import dev.mixpaneldata.mcp.session.Caller;
import dev.mixpaneldata.mcp.session.Session;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.toolbox.Toolbox;
import dev.mixpaneldata.operation.ParameterDescription;
import dev.mixpaneldata.report.Report;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What texts name is there: tools, their arguments, and the values that these take. */
class ToolWordsTest {
  private static final Toolbox TOOLBOX =
      Toolbox.of(new Chain(AccessRules.usual(), new AuditLog(Optional.empty(), Clock.systemUTC())));

  private static final Map<String, Tool> TOOLS =
      TOOLBOX.all().stream().collect(Collectors.toMap(Tool::name, Function.identity()));

  /** What a server has that is started without options. */
  private static final Map<String, Tool> USUAL =
      TOOLBOX.all().stream()
          .filter(tool -> TOOLBOX.shows(tool.name()))
          .collect(Collectors.toMap(Tool::name, Function.identity()));

  private static final Pattern NAME = Pattern.compile("\\b[a-z]+(?:_[a-z]+)+\\b");

  /** The columns of the tables that events and profiles fill. */
  private static final Set<String> COLUMNS =
      Set.of("event_name", "event_time", "distinct_id", "insert_id", "last_seen");

  private static Tool tool(Reference reference) {
    boolean anyReport = reference.owner().equals(Reference.Owner.REPORT);
    String name = anyReport ? Report.SEGMENTATION.id() : reference.owner();
    // Only tools of the same toolset point to what lists the things of a family.
    boolean managed = Operations.find(name).filter(o -> o.family().isManaged()).isPresent();
    Tool tool = managed ? TOOLS.get(name) : USUAL.get(name);
    assertThat(tool).as("the tool of %s, on by default", reference).isNotNull();
    return tool;
  }

  @ParameterizedTest
  @EnumSource
  void whatAReferenceIsCalledIsThere(Reference reference) {
    if (ToolWords.LACKING.contains(reference)) {
      assertThat(isThere(reference)).as("%s is not lacking", reference).isFalse();
      assertThat(ToolWords.ANYWHERE.name(reference)).isEmpty();
      return;
    }
    Tool tool = tool(reference);
    Optional<String> name = ToolWords.within(tool.arguments()).name(reference);
    if (name.isEmpty()) {
      assertThat(reference.owner()).isEqualTo(Reference.Owner.REPORT);
      assertThat(tool.arguments()).doesNotContain(reference.parameter().orElseThrow());
      return;
    }
    String words = name.get();
    if (reference.parameter().isEmpty()) {
      assertThat(words).isEqualTo(tool.name());
      return;
    }
    String[] parts = words.split(": ");
    assertThat(tool.arguments()).contains(parts[0]);
    if (parts.length > 1) {
      Map<?, ?> schema = (Map<?, ?>) ((Map<?, ?>) tool.input().get("properties")).get(parts[0]);
      if (parts[1].equals("true")) {
        assertThat(schema.get("type")).isEqualTo("boolean");
      } else {
        assertThat(String.valueOf(schema.get("enum"))).contains(parts[1]);
      }
    }
  }

  private static boolean isThere(Reference reference) {
    if (reference.owner().equals(Reference.Owner.WORKSPACE)) {
      return TOOLS.values().stream()
          .allMatch(tool -> tool.arguments().contains(reference.parameter().orElseThrow()));
    }
    return USUAL.containsKey(reference.owner())
        && reference.parameter().map(tool(reference).arguments()::contains).orElse(true);
  }

  @Test
  void waysOutThatTheToolHasNotAreLeftOutOfHints() {
    Hint hint =
        Hint.anyOf(
            Hint.way("name other events"), Hint.way("ask Mixpanel with {}", Reference.LIVE_SOURCE));
    assertThat(hint.in(ToolWords.within(Set.of("source"))))
        .contains("Name other events, or ask Mixpanel with source: live.");
    assertThat(hint.in(ToolWords.ANYWHERE)).contains("Name other events.");
  }

  @Test
  void publishedNamesAreThoseOfParameters() {
    ArgumentNames.different()
        .forEach(
            (id, names) -> {
              Set<String> parameters =
                  Operations.find(id).orElseThrow().parameters().stream()
                      .map(ParameterDescription::name)
                      .collect(Collectors.toSet());
              assertThat(parameters).containsAll(names.published().keySet());
              assertThat(TOOLS.get(id).arguments()).containsAll(names.published().values());
            });
  }

  @Test
  void textsNameToolsAndArgumentsThatAreThere() {
    Set<String> known = new HashSet<>(TOOLS.keySet());
    known.addAll(COLUMNS);
    TOOLS.values().forEach(tool -> known.addAll(tool.arguments()));
    assertThat(names(Stream.concat(NextSteps.all().stream(), descriptions(TOOLS))))
        .isNotEmpty()
        .isSubsetOf(known);
  }

  @Test
  void noTextOfAServerAsItStartsNamesAToolThatIsOff() {
    Stream<String> prompts = Prompts.all().stream().map(Prompt::text);
    Stream<String> recipes =
        Stream.of("weekly-review", "churn-investigation")
            .flatMap(name -> recipe("recipes://" + name));
    Set<String> off = new HashSet<>(TOOLS.keySet());
    off.removeAll(USUAL.keySet());
    assertThat(
            names(
                Stream.of(NextSteps.all().stream(), descriptions(USUAL), prompts, recipes)
                    .flatMap(texts -> texts)))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(off);
  }

  private static Stream<String> recipe(String address) {
    return Resources.all().stream()
        .filter(resource -> resource.address().equals(address))
        .map(
            resource ->
                ResultJson.text(
                    resource
                        .read()
                        .apply(
                            new Session(
                                spent -> {
                                  throw new AssertionError("no workspace is needed");
                                },
                                Settings.of(Map.of(), Path.of("nowhere")),
                                Caller.owner(),
                                Clock.systemUTC()),
                            Map.of())));
  }

  private static Stream<String> descriptions(Map<String, Tool> tools) {
    return tools.values().stream().map(Tool::description);
  }

  private static List<String> names(Stream<String> texts) {
    return texts.flatMap(text -> NAME.matcher(text).results().map(MatchResult::group)).toList();
  }
}
