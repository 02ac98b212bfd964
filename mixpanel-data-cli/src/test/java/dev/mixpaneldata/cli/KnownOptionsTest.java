package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.cli.commandline.CommandLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Scripts written for the Python tool go on working: every command and option of theirs is here.
 */
class KnownOptionsTest {
  private static final CommandLine MP = CommandLines.complete(new TestingMp().context());

  static Stream<String> commands() throws IOException {
    try (InputStream file = KnownOptionsTest.class.getResourceAsStream("options-people-know.txt")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aKnownCommandTakesItsKnownOptions(String line) {
    String command = line.substring(0, line.indexOf(':'));
    CommandLine found = MP;
    for (String word : command.split(" ")) {
      found = Objects.requireNonNull(found.getSubcommands().get(word), "mp " + command);
    }
    CommandSpec spec = found.getCommandSpec();
    List<String> words = Arrays.asList(line.substring(line.indexOf(':') + 2).split(" "));
    List<String> options = words.stream().filter(word -> word.startsWith("-")).toList();
    assertThat(spec.optionsMap().keySet()).containsAll(options);
    assertThat(spec.positionalParameters()).hasSize(words.size() - options.size());
  }
}
