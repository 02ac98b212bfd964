package dev.mixpaneldata.cli.auth;

import dev.mixpaneldata.cli.command.CommandEntry;
import java.util.List;

/** The commands of {@code mp auth}, written by hand because they handle a file and secrets. */
public final class AuthCommands {
  private AuthCommands() {}

  /** Returns all commands of the group. */
  public static List<CommandEntry> all() {
    return List.of(
        CommandEntry.of(
            "list",
            "List the saved accounts",
            List.of("mp auth list", "mp auth list --jq '.[].name' -f jsonl"),
            ListCommand::new),
        CommandEntry.of(
            "add",
            "Save a service account under a name",
            List.of(
                "mp auth add work",
                "mp auth add work -u me.abc123.mp-service-account -p 1234567 -r eu --default",
                "pass show mixpanel | mp auth add work -u me.abc123.mp-service-account -p 1234567"
                    + " --secret-stdin"),
            AddCommand::new),
        CommandEntry.of(
            "remove",
            "Remove a saved account",
            List.of("mp auth remove work", "mp auth remove work --force"),
            RemoveCommand::new),
        CommandEntry.of(
            "switch",
            "Make a saved account the default",
            List.of("mp auth switch work"),
            SwitchCommand::new),
        CommandEntry.of(
            "show",
            "Show the account in use, or a saved one, with its secret masked",
            List.of("mp auth show", "mp auth show work"),
            ShowCommand::new),
        CommandEntry.of(
            "test",
            "Test with one call whether an account works",
            List.of("mp auth test", "mp auth test work"),
            TestCommand::new));
  }
}
