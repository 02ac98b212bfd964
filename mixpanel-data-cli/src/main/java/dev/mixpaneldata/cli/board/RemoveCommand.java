package dev.mixpaneldata.cli.board;

import dev.mixpaneldata.bridge.board.Boards;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code mp board remove}. */
final class RemoveCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "BOARD", description = BoardCommands.BOARD)
  private String board = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PIN",
      description = "The id of the pin; the whole board unless given.")
  private @Nullable String pin;

  @Option(names = "--force", description = "Do not ask.")
  private boolean force;

  @Mixin private final OutputOptions output = new OutputOptions();

  RemoveCommand(CommandContext context) {
    this.context = context;
  }

  record Removed(String board, Optional<String> pin, int left) {}

  @Override
  public Integer call() throws IOException {
    Boards boards = BoardCommands.boards(context);
    String one = pin;
    int pins = boards.board(board).pins().size();
    if (one == null) {
      context.confirm("Remove the board " + board + " with its " + pins + " pins?", force);
      boards.remove(board);
      output.print(context, () -> new Removed(board, Optional.empty(), 0));
    } else {
      int left = boards.remove(board, one).pins().size();
      output.print(context, () -> new Removed(board, Optional.of(one), left));
    }
    return 0;
  }
}
