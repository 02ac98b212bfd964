package dev.mixpaneldata.cli.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.bridge.board.Question;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.cli.TestingMp;
import dev.mixpaneldata.cli.command.Pinnable;
import dev.mixpaneldata.cli.commandline.CommandLines;
import dev.mixpaneldata.internal.binding.Binder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The command line of a question, read by {@code mp} itself, asks the same. */
class CommandTextTest {
  static Stream<Question.OfOperation> questions() {
    return Stream.of(
        asked(
            "segmentation",
            Map.of("event", "It's \"mine\"; $(rm)", "on", "$os", "cumulative", "true")),
        asked("funnel", Map.of("steps", List.of("Sign Up", "Purchase[amount > 10]"))),
        asked("retention", Map.of("born_event", "Sign Up", "interval_count", "4")),
        asked("event_counts", Map.of("events", List.of("A", "B c"))),
        asked("active_users", Map.of("days", List.of("1", "7"), "where", "plan == \"pro\"")));
  }

  private static Question.OfOperation asked(String report, Map<String, Object> more) {
    Map<String, Object> arguments = new LinkedHashMap<>(more);
    arguments.put("from_date", "2026-10-01");
    arguments.put("to_date", "2026-10-31");
    return new Question.OfOperation(
        report,
        arguments,
        Map.of("source", "auto", "cohort", "did Purchase at least 3 times"),
        Optional.empty(),
        Optional.empty());
  }

  @ParameterizedTest
  @MethodSource("questions")
  void itAsksTheSame(Question.OfOperation question) throws Exception {
    String line = CommandText.of(question);

    Process shell =
        new ProcessBuilder("sh", "-c", "mp() { printf '%s\\0' \"$@\"; }; " + line).start();
    List<String> words =
        List.of(new String(shell.getInputStream().readAllBytes(), "UTF-8").split("\0"));
    Pinnable parsed = (Pinnable) CommandLines.parsed(new TestingMp().context(), words).userObject();
    Question.OfOperation read = (Question.OfOperation) parsed.question();
    assertThat(read.operation()).isEqualTo(question.operation());
    assertThat(read.target()).isEqualTo(question.target());
    assertThat(request(read)).as(line).isEqualTo(request(question));
  }

  private static Record request(Question.OfOperation question) {
    return Binder.bind(
        Operations.find(question.operation()).orElseThrow().request(), question.arguments());
  }
}
