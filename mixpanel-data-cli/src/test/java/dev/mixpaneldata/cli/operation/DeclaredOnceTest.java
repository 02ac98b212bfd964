package dev.mixpaneldata.cli.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.catalogue.Trait;
import dev.mixpaneldata.cli.TestingMp;
import dev.mixpaneldata.cli.commandline.CommandLines;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.operation.ParameterDescription;
import dev.mixpaneldata.report.ReportTarget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Every option and argument of {@code mp} is declared in a request record, or on the short list.
 */
class DeclaredOnceTest {
  private static final CommandLine MP = CommandLines.complete(new TestingMp().context());

  static Stream<String> commands() {
    return leaves(MP).map(line -> line.getCommandSpec().qualifiedName().substring("mp ".length()));
  }

  private static Stream<CommandLine> leaves(CommandLine line) {
    Stream<CommandLine> inner =
        line.getSubcommands().values().stream().flatMap(DeclaredOnceTest::leaves);
    boolean acts =
        line.getSubcommands().isEmpty() || !line.getCommandSpec().positionalParameters().isEmpty();
    return acts ? Stream.concat(Stream.of(line), inner) : inner;
  }

  private static CommandSpec spec(String command) {
    CommandLine line = MP;
    for (String word : command.split(" ")) {
      line = Objects.requireNonNull(line.getSubcommands().get(word), command);
    }
    return line.getCommandSpec();
  }

  private static boolean isHandWritten(String command) {
    return HandWritten.COMMANDS.keySet().stream()
        .anyMatch(name -> command.equals(name) || command.startsWith(name + " "));
  }

  private static List<OperationSpec<?, ?>> operations(String command) {
    return Operations.all().stream().filter(o -> o.command().equals(command)).toList();
  }

  /** The names that operations of this command give. */
  private static Set<String> declared(String command) {
    Set<String> names = new HashSet<>();
    for (OperationSpec<?, ?> operation : operations(command)) {
      if (operation.is(Trait.REPORT)) {
        Binder.parameters(ReportTarget.class)
            .forEach(parameter -> names.add("--" + parameter.name().replace('_', '-')));
      }
      for (ParameterDescription parameter : operation.parameters()) {
        names.addAll(Presentations.names(operation.id(), parameter));
        Presentations.of(operation.id())
            .flags()
            .getOrDefault(parameter.name(), List.of())
            .forEach(flag -> names.add(flag.name()));
      }
    }
    return names;
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName()
        : ((PositionalParamSpec) argument).paramLabel();
  }

  @Test
  void thereAreManyCommands() {
    assertThat(commands()).hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyOptionIsAParameterOrOnTheShortList(String command) {
    if (isHandWritten(command)) {
      return;
    }
    assertThat(operations(command)).as("operations of mp " + command).isNotEmpty();
    Set<String> declared = declared(command);
    for (ArgSpec argument : spec(command).args()) {
      assertThat(
              declared.contains(name(argument)) || HandWritten.OPTIONS.containsKey(name(argument)))
          .as("mp %s %s is declared nowhere", command, name(argument))
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyParameterIsAnOption(String command) {
    if (isHandWritten(command)) {
      return;
    }
    for (OperationSpec<?, ?> operation : operations(command)) {
      for (ParameterDescription parameter : operation.parameters()) {
        List<Presentation.Flag> flags =
            Presentations.of(operation.id()).flags().getOrDefault(parameter.name(), List.of());
        List<String> names =
            flags.isEmpty()
                ? Presentations.names(operation.id(), parameter)
                : flags.stream().map(Presentation.Flag::name).toList();
        List<String> there = new ArrayList<>(spec(command).optionsMap().keySet());
        spec(command).positionalParameters().forEach(p -> there.add(p.paramLabel()));
        assertThat(there).as("mp " + command).containsAll(names);
      }
    }
  }

  /** A second default could differ from the declared one, which counts where none is given. */
  @ParameterizedTest
  @MethodSource("commands")
  void noDeclaredOptionHasADefaultOfItsOwn(String command) {
    if (isHandWritten(command)) {
      return;
    }
    Set<String> declared = declared(command);
    for (ArgSpec argument : spec(command).args()) {
      if (declared.contains(name(argument))) {
        assertThat(argument.defaultValue()).as(command + " " + name(argument)).isNull();
        assertThat((Object) argument.initialValue())
            .as(command + " " + name(argument))
            .isIn(null, false);
      }
    }
  }

  @Test
  void theShortListNamesWhatThereIs() {
    Set<String> options = new HashSet<>();
    leaves(MP)
        .flatMap(line -> line.getCommandSpec().args().stream())
        .forEach(argument -> options.add(name(argument)));
    assertThat(options).containsAll(HandWritten.OPTIONS.keySet());
    assertThat(HandWritten.COMMANDS.keySet())
        .allMatch(name -> commands().anyMatch(c -> c.equals(name) || c.startsWith(name + " ")));
    assertThat(HandWritten.OPTIONS.values()).noneMatch(String::isBlank);
  }
}
