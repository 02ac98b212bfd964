package dev.mixpaneldata.cli.board;

import dev.mixpaneldata.bridge.board.Pin;
import dev.mixpaneldata.bridge.board.Question;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.Pinnable;
import dev.mixpaneldata.cli.commandline.CommandLines;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code mp board pin}. */
final class PinCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "The title of the pin; unless given, made of the question.")
  private @Nullable String title;

  @Option(
      names = "--move-dates",
      description =
          "Move the dates of the question with the calendar: each refresh asks for as many days"
              + " later as have passed.")
  private boolean moveDates;

  @Parameters(paramLabel = "BOARD", description = BoardCommands.BOARD)
  private String board = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "COMMAND",
      description =
          "A command of mp that asks, with its arguments and without the word mp: any of query,"
              + " inspect and cohorts, ask, or connections call. Options before BOARD are those of"
              + " pin.")
  private List<String> command = new ArrayList<>();

  @Mixin private final OutputOptions output = new OutputOptions();

  PinCommand(CommandContext context) {
    this.context = context;
  }

  /** Gives everything after BOARD to the command that is pinned. */
  @Spec
  void setSpec(CommandSpec spec) {
    spec.parser().stopAtPositional(true);
  }

  @Override
  public Integer call() throws IOException {
    Object pinned = CommandLines.parsed(context, command).userObject();
    if (!(pinned instanceof Pinnable pinnable)) {
      throw MixpanelDataException.invalidArgument(
          "'mp " + String.join(" ", command) + "' asks nothing that a board can keep.",
          "Pin a command of query, inspect or cohorts, ask, or connections call.");
    }
    Question question = moveDates ? moving(pinnable.question()) : pinnable.question();
    Pin pin =
        BoardCommands.boards(context)
            .pin(board, question, Optional.ofNullable(title), BoardCommands.answers(context));
    output.print(context, () -> PinLine.of(pin));
    context.say("Pinned to " + BoardCommands.boards(context).path(board) + ".");
    return 0;
  }

  private Question moving(Question question) {
    if (question instanceof Question.OfOperation operation) {
      LocalDate today = LocalDate.ofInstant(context.pacer().clock().instant(), ZoneOffset.UTC);
      return new Question.OfOperation(
          operation.operation(),
          operation.arguments(),
          operation.target(),
          operation.project(),
          Optional.of(today));
    }
    return question;
  }
}
