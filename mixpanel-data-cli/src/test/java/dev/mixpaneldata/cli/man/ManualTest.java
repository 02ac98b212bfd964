package dev.mixpaneldata.cli.man;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.cli.TestingMp;
import dev.mixpaneldata.cli.commandline.CommandLines;
import dev.mixpaneldata.cli.man.ManPage.Section;
import dev.mixpaneldata.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class ManualTest {
  private static final CommandLine MP = CommandLines.complete(new TestingMp().context());
  private static final Manual MANUAL = new Manual(MP);

  static List<CommandLine> everyCommand() {
    List<CommandLine> lines = new ArrayList<>();
    collect(MP, lines);
    return lines;
  }

  private static void collect(CommandLine line, List<CommandLine> lines) {
    lines.add(line);
    line.getSubcommands().values().forEach(c -> collect(c, lines));
  }

  @Test
  void thereIsAPageForEachCommandAndGroup() {
    assertThat(MANUAL.pages().map(ManPage::name))
        .hasSameSizeAs(everyCommand())
        .doesNotHaveDuplicates()
        .startsWith("mp", "mp-auth", "mp-auth-list")
        .contains("mp-fetch-events", "mp-query-active-users", "mp-man");
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void aPageSaysAllThatHelpSays(CommandLine line) {
    List<String> words = List.of(line.getCommandSpec().qualifiedName().split(" "));
    ManPage page = MANUAL.page(words);
    assertThat(page.sections().stream().map(Section::title))
        .containsSubsequence(
            "NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "EXAMPLES", "SEE ALSO")
        .doesNotHaveDuplicates();
    assertThat(page.sections()).allSatisfy(s -> assertThat(s.blocks()).isNotEmpty());
    String text = PlainText.write(page, 1000);
    for (OptionSpec option : line.getCommandSpec().options()) {
      if (!option.hidden()) {
        assertThat(text).contains(option.names());
      }
    }
    for (String example : line.getCommandSpec().usageMessage().footer()) {
      assertThat(text).contains("\n       " + example.strip().replace("%%", "%") + "\n");
    }
    assertThat(text).doesNotContain("${", "%%", "null");
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void noPageHoldsWhatRoffWouldMistake(CommandLine line) {
    ManPage page = CommandPage.of(line);
    assertThat(Roff.write(page, "mp 1", "2026-01-31").lines())
        .allSatisfy(
            l ->
                assertThat(l)
                    .matches("[\\x20-\\x7e]*")
                    .matches("[.](TH .*|SH \".*\"|HP 4|TP|PP|nf|fi|nh|ad l)|[^.'].*"));
  }

  @Test
  void thePageOfMpTellsOfVariablesAndFiles() {
    String text = PlainText.write(MANUAL.page(List.of()), 80);
    assertThat(text).contains("\nENVIRONMENT\n", "\nFILES\n", "~/.mp/config.toml");
  }

  /** A new variable that no page tells of fails here. */
  @Test
  void everyVariableThatTheProgramsReadIsOnThePageOfMp() throws IOException {
    Set<String> read = new TreeSet<>();
    Pattern variable = Pattern.compile("\"((?:MP|MIXPANEL)_[A-Z_]+)\"");
    for (String module : List.of("core", "storage", "bridge", "mcp", "cli")) {
      try (Stream<Path> files = Files.walk(Path.of("../mixpanel-data-" + module + "/src/main"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          variable
              .matcher(Files.readString(file))
              .results()
              .map(m -> m.group(1))
              .forEach(read::add);
        }
      }
    }
    assertThat(read).hasSizeGreaterThan(10);
    assertThat(PlainText.write(MANUAL.page(List.of()), 80)).contains(read);
  }

  @Test
  void everyErrorHasItsStatusOnAPage() {
    String statuses =
        PlainText.write(
            new ManPage("x", List.of(new Section("T", CommonSections.exitStatus()))), 1000);
    for (ErrorCode code : ErrorCode.values()) {
      assertThat(statuses).containsPattern("(?m)^ +" + code.exitStatus() + " .*\\b" + code + "\\b");
    }
  }

  /** To renew it: {@code mp man --to}, then the version and date of this test. */
  @Test
  void aPageIsWrittenAsItWas() throws IOException {
    try (InputStream golden = ManualTest.class.getResourceAsStream("mp-fetch-events.1")) {
      assertThat(Roff.write(MANUAL.page(List.of("fetch", "events")), "mp 1.2.3", "2026-01-31"))
          .isEqualTo(
              new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void textIsWrappedAtTheWidthButExamplesAreNot() {
    List<String> wide =
        PlainText.write(MANUAL.page(List.of("query", "funnel")), 60)
            .lines()
            .filter(line -> line.length() > 60)
            .toList();
    assertThat(wide).isNotEmpty().allMatch(line -> line.startsWith("       mp query funnel "));
  }
}
