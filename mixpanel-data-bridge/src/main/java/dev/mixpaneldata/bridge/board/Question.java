package dev.mixpaneldata.bridge.board;

import dev.mixpaneldata.bridge.ask.Plan;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The request behind a pinned answer, complete enough to be asked again. */
public sealed interface Question {
  /**
   * An operation of the catalogue.
   *
   * @param operation its id, such as {@code segmentation}
   * @param arguments its arguments as a user gave them, by parameter
   * @param target for reports, the arguments of {@link dev.mixpaneldata.report.ReportTarget}
   * @param project the id of the project that it was asked of, if it is known; another one is
   *     refused
   * @param datesMoveFrom the day (UTC) that the dates of the arguments were given on, if they move
   *     with the calendar; empty for the same days each time
   */
  record OfOperation(
      String operation,
      Map<String, Object> arguments,
      Map<String, Object> target,
      Optional<String> project,
      Optional<LocalDate> datesMoveFrom)
      implements Question {
    public OfOperation {
      arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
      target = Collections.unmodifiableMap(new LinkedHashMap<>(target));
    }
  }

  /**
   * A tool of a connection.
   *
   * @param connection the connection's name
   * @param arguments the tool's arguments, a JSON object
   * @param title the title of the answer's chart
   * @param words the question in words that the call was made of, if it was
   */
  record OfTool(
      String connection, String tool, Json arguments, String title, Optional<String> words)
      implements Question {}

  /** Returns a question to an operation that Mixpanel answers, about the same days each time. */
  static Question operation(String operation, Map<String, Object> arguments) {
    return new OfOperation(operation, arguments, Map.of(), Optional.empty(), Optional.empty());
  }

  /** Returns a question in words, with the call that answers it. */
  static Question words(String connection, Plan plan) {
    return new OfTool(
        connection, plan.tool(), plan.arguments(), plan.title(), Optional.of(plan.question()));
  }

  /** Returns a question to a tool of a connection. */
  static Question tool(String connection, String tool, Json arguments) {
    return new OfTool(connection, tool, arguments, tool, Optional.empty());
  }
}
