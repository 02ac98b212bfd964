package dev.mixpaneldata.cli.board;

import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.bridge.board.Answers;
import dev.mixpaneldata.bridge.board.Boards;
import dev.mixpaneldata.bridge.connection.Connections;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.CommandEntry;
import java.util.List;

/** The commands of {@code mp board}. */
public final class BoardCommands {
  static final String BOARD =
      "The board: a name, for a file in the data directory, or the path of a file.";

  private BoardCommands() {}

  /** Returns all commands of the group. */
  public static List<CommandEntry> all() {
    return List.of(
        CommandEntry.of(
            "pin",
            "Run a command that asks, and pin its answer with its question to a board",
            List.of(
                "mp board pin growth query segmentation -e \"Sign Up\" --from 2026-01-01 --to"
                    + " 2026-01-31",
                "mp board pin --move-dates --title \"Week\" growth query retention -b \"Sign Up\" -r Login"
                    + " --from 2026-01-01 --to 2026-01-07 --local jan",
                "mp board pin ./team.board.json ask \"Sign Up by country in the last 14 days\"",
                "mp board pin growth query sql \"SELECT count(*) FROM jan\""),
            PinCommand::new),
        CommandEntry.of(
            "list",
            "List the boards, or the pins of one",
            List.of("mp board list", "mp board list growth"),
            ListCommand::new),
        CommandEntry.of(
            "show",
            "Draw a board in the terminal, or write it as a page",
            List.of("mp board show growth", "mp board show growth --to growth.html"),
            ShowCommand::new),
        CommandEntry.of(
            "refresh",
            "Ask the questions of a board again",
            List.of("mp board refresh growth", "mp board refresh growth sign-up"),
            RefreshCommand::new),
        CommandEntry.of(
            "remove",
            "Remove a pin from a board, or a whole board",
            List.of("mp board remove growth sign-up", "mp board remove growth --force"),
            RemoveCommand::new));
  }

  static Boards boards(CommandContext context) {
    return Boards.of(Settings.of(context.environment()));
  }

  static Answers answers(CommandContext context) {
    Settings settings = Settings.of(context.environment());
    return new Answers(
        context::workspace,
        () -> Connections.of(settings, context.environment()),
        context.pacer().clock());
  }
}
