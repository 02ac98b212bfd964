package dev.mixpaneldata.mcp.derived;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.catalogue.Trait;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.mcp.NoConnections;
import dev.mixpaneldata.mcp.chain.AccessRules;
import dev.mixpaneldata.mcp.chain.AuditLog;
import dev.mixpaneldata.mcp.chain.Chain;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.toolbox.Toolbox;
import dev.mixpaneldata.operation.ParameterDescription;
import dev.mixpaneldata.report.ReportTarget;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every argument of every tool is declared in a request record, or on the short list. */
class DeclaredOnceTest {
  static List<Tool> tools() {
    AuditLog silent = new AuditLog(Optional.empty(), Clock.systemUTC());
    return Toolbox.withConnections(new Chain(AccessRules.usual(), silent), NoConnections.tools())
        .all();
  }

  private static Optional<OperationSpec<?, ?>> operation(Tool tool) {
    return Operations.find(tool.name());
  }

  private static Optional<List<ParameterDescription>> declared(Tool tool) {
    return operation(tool)
        .map(DeclaredOnceTest::parameters)
        .or(
            () ->
                Optional.ofNullable(OwnArguments.RECORDS.get(tool.name())).map(Binder::parameters));
  }

  private static List<ParameterDescription> parameters(OperationSpec<?, ?> operation) {
    List<ParameterDescription> parameters = new ArrayList<>(operation.parameters());
    if (operation.is(Trait.REPORT)) {
      parameters.addAll(Binder.parameters(ReportTarget.class));
    }
    return parameters;
  }

  @Test
  void thereAreManyTools() {
    assertThat(tools()).hasSizeGreaterThan(60);
  }

  @ParameterizedTest
  @MethodSource("tools")
  void everyArgumentIsAParameterOrOnTheShortList(Tool tool) {
    if (declared(tool).isEmpty()) {
      assertThat(OwnArguments.TOOLSETS).as(tool.name()).containsKey(tool.toolset());
      return;
    }
    Set<String> names = new HashSet<>();
    ArgumentNames published = ArgumentNames.of(tool.name());
    declared(tool).get().forEach(p -> names.add(published.published(p.name())));
    for (String argument : tool.arguments()) {
      assertThat(names.contains(argument) || OwnArguments.has(tool.name(), argument))
          .as("%s of %s is declared nowhere", argument, tool.name())
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("tools")
  void everyParameterIsAnArgument(Tool tool) {
    ArgumentNames published = ArgumentNames.of(tool.name());
    for (ParameterDescription parameter :
        operation(tool)
            .<List<ParameterDescription>>map(OperationSpec::parameters)
            .orElse(List.of())) {
      if (!OwnArguments.HIDDEN.containsKey(tool.name() + "." + parameter.name())) {
        assertThat(tool.arguments())
            .as(tool.name())
            .contains(published.published(parameter.name()));
      }
    }
  }

  /** The command line has none of its own, so that all faces have this one. */
  @ParameterizedTest
  @MethodSource("tools")
  void everyDefaultIsTheDeclaredOne(Tool tool) {
    ArgumentNames published = ArgumentNames.of(tool.name());
    Map<?, ?> properties = (Map<?, ?>) tool.input().getOrDefault("properties", Map.of());
    for (ParameterDescription parameter : declared(tool).orElse(List.of())) {
      boolean own =
          OwnArguments.has(tool.name(), parameter.name())
              || OwnArguments.DEFAULTS.containsKey(parameter.name());
      if (!own
          && properties.get(published.published(parameter.name())) instanceof Map<?, ?> schema) {
        Object value = schema.get("default");
        Optional<String> shown = Optional.ofNullable(value).map(DeclaredOnceTest::text);
        assertThat(shown)
            .as(tool.name() + "." + parameter.name())
            .isEqualTo(parameter.defaultValue());
      }
    }
  }

  private static String text(Object value) {
    return value instanceof List<?> list
        ? String.join(",", list.stream().map(String::valueOf).toList())
        : String.valueOf(value);
  }

  @Test
  void theShortListNamesWhatThereIs() {
    Set<String> arguments = new HashSet<>();
    tools().forEach(tool -> arguments.addAll(tool.arguments()));
    assertThat(arguments).containsAll(OwnArguments.REASONS.keySet());
    assertThat(tools()).extracting(Tool::name).containsAll(OwnArguments.RECORDS.keySet());
    assertThat(DerivedTools.HAND_WRITTEN.keySet())
        .allSatisfy(id -> assertThat(Operations.find(id)).as(id).isPresent());
    assertThat(DerivedTools.LEFT_OUT.keySet())
        .allSatisfy(id -> assertThat(Operations.find(id)).as(id).isPresent());
  }
}
