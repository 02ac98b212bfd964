package dev.mixpaneldata.cli.targets;

import dev.mixpaneldata.account.TargetStore;
import dev.mixpaneldata.cli.auth.Accounts;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.CommandEntry;
import java.util.List;

/** The commands of {@code mp target}, written by hand because they handle a file. */
public final class TargetCommands {
  private TargetCommands() {}

  /** Returns all commands of the group. */
  public static List<CommandEntry> all() {
    return List.of(
        CommandEntry.of(
            "list",
            "List the saved targets",
            List.of("mp target list", "mp target list --jq '.[].name' -f jsonl"),
            ListCommand::new),
        CommandEntry.of(
            "add",
            "Save an account, a project and a data view under one name",
            List.of(
                "mp target add prod --account work --project 1234567",
                "mp target add web --account work --workspace-id 77"),
            AddCommand::new),
        CommandEntry.of(
            "use",
            "Work on a saved target from now on",
            List.of("mp target use prod"),
            UseCommand::new),
        CommandEntry.of(
            "remove",
            "Forget a saved target",
            List.of("mp target remove prod", "mp target remove prod --force"),
            RemoveCommand::new));
  }

  static TargetStore store(CommandContext context) {
    return new TargetStore(Accounts.settings(context).configFile());
  }
}
