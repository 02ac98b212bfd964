package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.bridge.connection.Connections;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.CommandEntry;
import java.util.List;

/** The commands of {@code mp connections}. */
public final class ConnectionsCommands {
  private ConnectionsCommands() {}

  /** Returns all commands of the group. */
  public static List<CommandEntry> all() {
    return List.of(
        CommandEntry.of(
            "list", "List the connections", List.of("mp connections list"), ListCommand::new),
        CommandEntry.of(
            "status",
            "Show a connection's sign-in, scopes, key and files, without a call",
            List.of("mp connections status", "mp connections status work"),
            StatusCommand::new),
        CommandEntry.of(
            "tools",
            "List a connection's tools, and what the vendor changed",
            List.of("mp connections tools work", "mp connections tools work --all"),
            ToolsCommand::new),
        CommandEntry.of(
            "allow",
            "Allow new and changed tools, or single ones that the vendor's list lacks",
            List.of("mp connections allow work", "mp connections allow work Get-Something"),
            AllowCommand::new),
        CommandEntry.of(
            "call",
            "Call a tool that only reads",
            List.of(
                "mp connections call work Get-Projects",
                "mp connections call work Get-Events '{\"query\": \"sign\"}'"),
            CallCommand::new),
        CommandEntry.of(
            "project",
            "List the projects of a connection, or choose one",
            List.of("mp connections project work", "mp connections project work 3018488"),
            ProjectCommand::new),
        CommandEntry.of(
            "doctor",
            "Check a connection for common problems",
            List.of("mp connections doctor work"),
            DoctorCommand::new),
        CommandEntry.of(
            "disconnect",
            "End a connection: revoke it where the vendor can, and delete it here",
            List.of("mp connections disconnect work", "mp connections disconnect work --force"),
            DisconnectCommand::new));
  }

  static Connections open(CommandContext context) {
    return Connections.of(Settings.of(context.environment()), context.environment());
  }
}
