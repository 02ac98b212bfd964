package dev.mixpaneldata.cli.board;

import dev.mixpaneldata.bridge.board.Boards;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code mp board list}. */
final class ListCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "BOARD",
      description = BoardCommands.BOARD + " Unless given, all boards of the data directory.")
  private @Nullable String board;

  @Mixin private final OutputOptions output = new OutputOptions();

  ListCommand(CommandContext context) {
    this.context = context;
  }

  record Line(String board, String file, int pins) {}

  @Override
  public Integer call() throws IOException {
    Boards boards = BoardCommands.boards(context);
    String named = board;
    output.print(context, () -> named == null ? all(boards) : PinLine.of(boards.board(named)));
    return 0;
  }

  private List<Line> all(Boards boards) {
    List<Line> lines =
        boards.names().stream()
            .map(
                name ->
                    new Line(name, boards.path(name).toString(), boards.board(name).pins().size()))
            .toList();
    if (lines.isEmpty()) {
      context.say("There is no board yet. Pin an answer: mp board pin BOARD COMMAND");
    }
    return lines;
  }
}
