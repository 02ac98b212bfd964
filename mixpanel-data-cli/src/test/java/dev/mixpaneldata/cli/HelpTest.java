package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.cli.commandline.CommandLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpTest {
  static Stream<String> everyCommand() {
    List<String> commands = new ArrayList<>();
    collect(CommandLines.complete(new TestingMp().context()), commands);
    return commands.stream();
  }

  private static void collect(CommandLine line, List<String> commands) {
    line.getSubcommands().values().forEach(c -> collect(c, commands));
    if (line.getSubcommands().isEmpty()
        || !line.getCommandSpec().positionalParameters().isEmpty()) {
      commands.add(line.getCommandSpec().qualifiedName().substring("mp ".length()));
    }
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void everyCommandShowsWhatItTakesAndAnExample(String command) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.add("--help");
    TestingMp.Ended ended = new TestingMp().run(arguments.toArray(String[]::new));
    assertThat(ended.status()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).startsWith("Usage: mp " + command).contains("Examples:\n");
    assertThat(ended.out().substring(ended.out().indexOf("Examples:"))).contains("mp " + command);
    assertThat(ended.out()).doesNotContain("\u001b");
  }

  @Test
  void bareMpShowsHelpOnStandardOutput() {
    TestingMp.Ended ended = new TestingMp().run();
    assertThat(ended.status()).isZero();
    assertThat(ended.out()).startsWith("Usage: mp ").contains("inspect").contains("Examples:");
  }

  @Test
  void everyCommandStandsUnderOneTopic() {
    List<String> listed =
        CommandTree.ALL.topics().stream().flatMap(topic -> topic.names().stream()).toList();
    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            CommandLines.complete(new TestingMp().context()).getSubcommands().keySet());
    String help = new TestingMp().run().out();
    assertThat(help).contains("\nStart:\n  demo ", "\n  query ", "\nThis program:\n");
  }

  @Test
  void aBareGroupShowsItsCommands() {
    assertThat(new TestingMp().run("inspect").out()).contains("Usage: mp inspect", "drop-all");
  }

  @Test
  void helpIsColouredAtATerminalUnlessAskedNotTo() {
    assertThat(new TestingMp().atTerminal().run("--help").out()).contains("\u001b[");
    assertThat(new TestingMp().atTerminal().with("NO_COLOR", "1").run("--help").out())
        .doesNotContain("\u001b");
    assertThat(new TestingMp().atTerminal().with("MP_PLAIN", "1").run("--help").out())
        .doesNotContain("\u001b");
  }

  @Test
  void theVersionIsTheBuilds() {
    assertThat(new TestingMp().run("--version").out()).matches("mp \\d+\\.\\d+\\.\\d+.*\\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inspct", "inspect tabels", "inspect schema --tabel x"})
  void aMisspeltWordIsAnsweredWithTheNearestOne(String line) {
    TestingMp.Ended ended = new TestingMp().run(line.split(" "));
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .startsWith("Error [INVALID_ARGUMENT]: Unknown ")
        .contains("Hint: Did you mean ")
        .contains("--help'.");
  }

  @Test
  void onlyTheCommandThatIsInvokedIsBuilt() {
    CommandLine line =
        CommandLines.forArguments(new TestingMp().context(), List.of("-q", "inspect", "schema"));
    assertThat(child(child(line, "inspect"), "schema").getCommandSpec().findOption("--table"))
        .isNotNull();
    assertThat(child(child(line, "inspect"), "sample").getCommandSpec().options()).isEmpty();
    assertThat(child(line, "query").getSubcommands()).isEmpty();
  }

  private static CommandLine child(CommandLine line, String name) {
    return Objects.requireNonNull(line.getSubcommands().get(name), name);
  }
}
