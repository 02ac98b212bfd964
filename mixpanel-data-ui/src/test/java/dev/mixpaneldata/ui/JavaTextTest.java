package dev.mixpaneldata.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.bridge.board.Question;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java code that the page offers is compiled as a user would compile it. */
class JavaTextTest {
  private static final Map<String, Object> DAYS =
      Map.of("from_date", "2026-10-01", "to_date", "2026-10-31");

  static Stream<Question.OfOperation> questions() {
    return Stream.of(
        asked("segmentation", Map.of("event", "A \"quoted\" \\ name", "on", "plan", "limit", "5")),
        asked("insights", Map.of("metrics", List.of("Purchase"))),
        asked(
            "funnel", Map.of("steps", List.of("Sign Up", "Purchase[amount > 10]"), "window", "7d")),
        asked("retention", Map.of("born_event", "Sign Up", "unit", "week")),
        asked("retention", Map.of("born_event", "Sign Up", "return_event", "Login")),
        asked("event_counts", Map.of("events", List.of("A", "B"), "type", "unique")),
        asked("property_counts", Map.of("event", "A", "property_name", "plan")),
        asked("event_paths", Map.of("event", "A", "hidden", List.of("B"))),
        asked("sessions", Map.of("timeout", "10m")),
        asked("active_users", Map.of("days", List.of("1", "7"))),
        asked("frequency", Map.of()),
        new Question.OfOperation(
            "sql",
            Map.of("query", "SELECT 1,\n 'two'"),
            Map.of(),
            Optional.empty(),
            Optional.empty()));
  }

  private static Question.OfOperation asked(String report, Map<String, Object> more) {
    Map<String, Object> arguments = new java.util.LinkedHashMap<>(DAYS);
    arguments.putAll(more);
    return new Question.OfOperation(
        report,
        arguments,
        Map.of("source", "auto", "cohort", "did Purchase"),
        Optional.empty(),
        Optional.empty());
  }

  @ParameterizedTest
  @MethodSource("questions")
  void itCompiles(Question.OfOperation question) {
    String code = JavaText.of(question);

    assertThat(code).doesNotContain("Operations.find");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    String whole =
        """
        import dev.mixpaneldata.Workspace;
        import dev.mixpaneldata.report.*;
        import dev.mixpaneldata.store.SqlResult;
        import dev.mixpaneldata.value.*;
        import java.time.*;
        import java.util.*;
        class Copied { void run() {
        %s} }
        """
            .formatted(code);
    compiler
        .getTask(
            null,
            null,
            found,
            List.of("-proc:none", "-d", System.getProperty("java.io.tmpdir")),
            null,
            List.of(
                new SimpleJavaFileObject(
                    URI.create("string:///Copied.java"), JavaFileObject.Kind.SOURCE) {
                  @Override
                  public CharSequence getCharContent(boolean ignored) {
                    return whole;
                  }
                }))
        .call();
    assertThat(
            found.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .collect(Collectors.joining("\n")))
        .as(code)
        .isEmpty();
  }
}
