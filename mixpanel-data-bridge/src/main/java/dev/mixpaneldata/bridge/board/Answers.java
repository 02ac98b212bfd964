package dev.mixpaneldata.bridge.board;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.bridge.ask.Summary;
import dev.mixpaneldata.bridge.ask.ToolNumbers;
import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.bridge.connection.Connections;
import dev.mixpaneldata.bridge.connection.ToolResult;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Those who answer the questions of a board: a workspace and the connections of this user. Neither
 * is opened before a question needs it.
 */
public final class Answers {
  private final OperationAnswers operations;
  private final Supplier<Connections> connections;
  private final Clock clock;

  /**
   * Creates answers of these.
   *
   * @param workspace opens the project, for questions to operations
   * @param connections opens the connections, for questions to tools
   * @param clock gives the time of answers, and the day to which dates move
   */
  public Answers(Supplier<Workspace> workspace, Supplier<Connections> connections, Clock clock) {
    this.operations = new OperationAnswers(workspace, clock);
    this.connections = connections;
    this.clock = clock;
  }

  /**
   * Asks a question.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code INVALID_ARGUMENT} for an operation
   *     that does not exist, changes something, or is of another project, and whatever the asked
   *     one fails with
   */
  public PinnedAnswer ask(Question question) {
    return question instanceof Question.OfTool tool
        ? ask(tool)
        : operations.ask((Question.OfOperation) question);
  }

  /** Returns the question with the project of the workspace, if it is known. */
  Question ofThisProject(Question question) {
    return question instanceof Question.OfOperation operation
        ? operations.ofThisProject(operation)
        : question;
  }

  Clock clock() {
    return clock;
  }

  private PinnedAnswer ask(Question.OfTool question) {
    try (Connection connection = connections.get().open(question.connection())) {
      ToolResult result = connection.call(question.tool(), question.arguments());
      ToolNumbers numbers = ToolNumbers.of(question.title(), result);
      return new PinnedAnswer(
          question.title(),
          clock.instant(),
          question.connection() + ", " + question.tool(),
          numbers.rows().isEmpty()
              ? result.text()
              : question.words().flatMap(words -> Summary.of(words, numbers)).orElse(""),
          numbers.columns(),
          numbers.rows(),
          numbers.rows().size(),
          numbers.chart());
    }
  }
}
