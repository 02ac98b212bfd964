package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.cli.commandline.CommandLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
    return lines("options-people-know.txt");
  }

  private static Stream<String> lines(String name) throws IOException {
    try (InputStream file = KnownOptionsTest.class.getResourceAsStream(name)) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aKnownCommandTakesItsKnownOptions(String line) {
    String command = line.substring(0, line.indexOf(':'));
    CommandSpec spec =
        find(command)
            .orElseThrow(() -> new AssertionError("There is no mp " + command))
            .getCommandSpec();
    List<String> words =
        Arrays.stream(line.substring(line.indexOf(':') + 1).split(" "))
            .filter(word -> !word.isEmpty())
            .toList();
    List<String> options = words.stream().filter(word -> word.startsWith("-")).toList();
    Set<String> there = new HashSet<>(spec.optionsMap().keySet());
    there.addAll(spec.negatedOptionsMap().keySet());
    assertThat(there).containsAll(options);
    assertThat(spec.positionalParameters()).hasSize(words.size() - options.size());
  }

  @Test
  void all185AreKnown() throws IOException {
    assertThat(lines("options-people-know.txt")).hasSize(185);
  }

  private static Optional<CommandLine> find(String command) {
    Optional<CommandLine> found = Optional.of(MP);
    for (String word : command.split(" ")) {
      found = found.map(line -> line.getSubcommands().get(word));
    }
    return found;
  }
}
