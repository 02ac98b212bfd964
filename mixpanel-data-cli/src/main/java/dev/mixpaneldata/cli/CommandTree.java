package dev.mixpaneldata.cli;

import dev.mixpaneldata.cli.auth.AuthCommands;
import dev.mixpaneldata.cli.completion.CompletionCommand;
import dev.mixpaneldata.cli.export.ExportCommand;
import dev.mixpaneldata.cli.operation.DerivedCommands;
import dev.mixpaneldata.cli.query.QueryCommands;
import dev.mixpaneldata.cli.shell.ShellCommand;
import java.util.List;

/**
 * All commands of {@code mp}. A new group or command is one line here; {@link CommandLines} turns
 * the part that is invoked into picocli's model.
 */
public final class CommandTree {
  /** Groups, in the order of help. */
  static final List<CommandGroup> GROUPS =
      List.of(
          new CommandGroup("auth", "Save, choose and test accounts", AuthCommands::all),
          new CommandGroup("query", "Ask questions of the local tables", QueryCommands::all),
          new CommandGroup(
              "inspect",
              "Look at the project and the local tables",
              () -> DerivedCommands.of("inspect")));

  /** Commands without a group, in the order of help. */
  static final List<CommandEntry> COMMANDS =
      List.of(ExportCommand.ENTRY, ShellCommand.ENTRY, CompletionCommand.ENTRY);

  private CommandTree() {}
}
