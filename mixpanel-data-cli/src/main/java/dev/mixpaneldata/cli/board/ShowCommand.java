package dev.mixpaneldata.cli.board;

import dev.mixpaneldata.bridge.board.Board;
import dev.mixpaneldata.bridge.board.BoardPage;
import dev.mixpaneldata.bridge.board.Pin;
import dev.mixpaneldata.cli.chart.TerminalChart;
import dev.mixpaneldata.cli.chart.VisibleChart;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.Visible;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code mp board show}. */
final class ShowCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "BOARD", description = BoardCommands.BOARD)
  private String board = "";

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Write the board as one HTML page, which loads nothing, instead of drawing it.")
  private @Nullable Path page;

  @Mixin private final OutputOptions output = new OutputOptions();

  ShowCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Board shown = BoardCommands.boards(context).board(board);
    if (page != null) {
      write(page, BoardPage.of(shown));
    } else if (context.terminal().output() && !output.isChosen()) {
      draw(shown);
    } else {
      output.print(context, () -> shown);
    }
    return 0;
  }

  private void write(Path file, String html) {
    try {
      if (Files.exists(file) && !Files.readString(file).startsWith("<!doctype html>")) {
        throw MixpanelDataException.invalidArgument(
            file + " exists and is not a page, which a board may replace.",
            "Name another file, or remove this one first.");
      }
      PrivateFiles.replace(file, html.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new MixpanelDataException(
          ErrorCode.STORAGE_FAILED,
          "The page " + file + " cannot be written: " + e + ".",
          "Name a file in a folder that you may write.",
          e);
    }
    context.say("Wrote " + file + ".");
  }

  private void draw(Board shown) throws IOException {
    TerminalChart picture = new TerminalChart(context.terminal().width(), context.colours());
    for (Pin pin : shown.pins()) {
      line(pin.title() + "  [" + pin.id() + "]");
      if (pin.answer().chart().isPresent()) {
        for (String line : picture.draw(VisibleChart.of(pin.answer().chart().get()))) {
          context.out().write(line + "\n");
        }
      } else {
        output.print(context, pin::answer);
      }
      if (!pin.answer().text().isEmpty()) {
        line(pin.answer().text());
      }
      line("Answered by " + pin.answer().by() + " at " + pin.answer().at() + ".");
      if (pin.failure().isPresent()) {
        Pin.Failure failure = pin.failure().get();
        line("Not refreshed at " + failure.at() + ": " + failure.message());
      }
      line("");
    }
    context.out().flush();
  }

  private void line(String text) throws IOException {
    context.out().write(Visible.line(text) + "\n");
  }
}
