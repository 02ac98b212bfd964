package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.app.App;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.cli.commandline.CommandLines;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Each member of the Python tool's {@code Workspace} has a call in Java, and
 * docs/reference/python.md says which. {@code -Dpages.write=true} writes the page.
 */
class PythonMembersTest {
  private static final Path PAGE = Path.of("../docs/reference/python.md");
  private static final Path PARITY = Path.of("../../shared/parity/workspace-api.tsv");
  private static final CommandLine MP = CommandLines.complete(new TestingMp().context());

  /** Families of the Lexicon, which are checked as soon as the library has them. */
  private static final Set<String> LEXICON =
      Set.of("definitions", "lexiconTags", "schemas", "enforcement", "anomalies", "eventDeletions");

  private static final String HEAD =
      """
      # From the Python tool

      What a script for the Python package `mixpanel_data` calls on its `Workspace`, and what it \
      calls here. Arguments are left out: requests are records, as [the guide](../guide.md) shows.

          try (Workspace workspace = Workspace.open()) {
            workspace.app().annotations().list(AnnotationListRequest.of());
          }

      This page is written by `mvn -q -pl mixpanel-data-cli -am verify -Dtest=PythonMembersTest \
      -Dsurefire.failIfNoSpecifiedTests=false -Dpages.write=true`.

      | Python | Java | `mp` | |
      |---|---|---|---|
      """;

  /**
   * A member and its counterpart.
   *
   * @param command the command; if it is blank, that of the operation with the member's name
   */
  record Member(String name, String java, String command, String note) {
    static Member of(String line) {
      String[] cells = line.split("\t", -1);
      return new Member(cells[0], cells[1], cells[2], cells[3]);
    }

    Optional<String> commandLine() {
      return Optional.of(command)
          .filter(text -> !text.isEmpty())
          .or(() -> Operations.find(name).map(OperationSpec::command));
    }

    private List<String> calls() {
      return Arrays.stream(java.split("\\.", -1)).map(part -> part.replace("()", "")).toList();
    }

    boolean isThere() {
      boolean lexicon = calls().size() > 2 && LEXICON.contains(calls().get(2));
      return !lexicon || !methods(Set.of(App.class), calls().get(2)).isEmpty();
    }

    String row() {
      String mp = commandLine().map(text -> "`mp " + text + "`").orElse("");
      return "| `%s` | `%s` | %s | %s |%n".formatted(name, java, mp, note);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Member> members() throws IOException {
    try (InputStream file = PythonMembersTest.class.getResourceAsStream("python-members.tsv")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(Member::of).toList();
    }
  }

  static Stream<Member> present() throws IOException {
    return members().stream().filter(Member::isThere);
  }

  private static Set<Class<?>> methods(Set<Class<?>> types, String name) {
    Set<Class<?>> answers = new HashSet<>();
    types.forEach(
        type ->
            Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name))
                .map(Method::getReturnType)
                .forEach(answers::add));
    return answers;
  }

  @ParameterizedTest
  @MethodSource("present")
  void theJavaCallExists(Member member) {
    Set<Class<?>> reached = Set.of(Workspace.class);
    for (String call : member.calls().subList(1, member.calls().size())) {
      reached = methods(reached, call);
      assertThat(reached).as(call).isNotEmpty();
    }
    assertThat(member.calls().get(0)).isIn("workspace", "Workspace");
  }

  @ParameterizedTest
  @MethodSource("present")
  void theCommandExists(Member member) {
    Optional<CommandLine> found = Optional.of(MP);
    for (String word : member.commandLine().map(text -> text.split(" ")).orElse(new String[0])) {
      found = found.map(line -> line.getSubcommands().get(word));
    }
    assertThat(found).as(member.commandLine().orElse("")).isPresent();
  }

  @Test
  void everyMemberIsThere() throws IOException {
    assertThat(members()).extracting(Member::name).hasSize(202).doesNotHaveDuplicates();
    assumeThat(PARITY).exists();
    List<String> wanted =
        Files.readAllLines(PARITY).stream()
            .filter(line -> line.startsWith("method\t"))
            .map(line -> line.split("\t")[1])
            .toList();
    assertThat(members()).extracting(Member::name).containsExactlyElementsOf(wanted);
  }

  @Test
  void thePageIsAsTheListHasIt() throws IOException {
    String page = HEAD + present().map(Member::row).collect(Collectors.joining());
    if (Boolean.getBoolean("pages.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).hasContent(page);
  }
}
