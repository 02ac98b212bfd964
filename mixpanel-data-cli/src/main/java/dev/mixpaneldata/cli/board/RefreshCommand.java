package dev.mixpaneldata.cli.board;

import dev.mixpaneldata.bridge.board.Board;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code mp board refresh}; its status is 1 if a question failed. */
final class RefreshCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "BOARD", description = BoardCommands.BOARD)
  private String board = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PIN",
      description = "The id of the only pin to ask for; all unless given.")
  private @Nullable String pin;

  @Mixin private final OutputOptions output = new OutputOptions();

  RefreshCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Board refreshed =
        BoardCommands.boards(context)
            .refresh(board, Optional.ofNullable(pin), BoardCommands.answers(context));
    output.print(context, () -> PinLine.of(refreshed));
    boolean failed =
        refreshed.pins().stream()
            .filter(p -> pin == null || p.id().equals(pin))
            .anyMatch(p -> p.failure().isPresent());
    if (failed) {
      context.say("Some questions failed; their answers are those of before.");
    }
    return failed ? 1 : 0;
  }
}
