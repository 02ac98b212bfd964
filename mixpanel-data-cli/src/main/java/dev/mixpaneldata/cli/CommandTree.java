package dev.mixpaneldata.cli;

import dev.mixpaneldata.catalogue.StoreOperations;
import dev.mixpaneldata.cli.auth.AuthCommands;
import dev.mixpaneldata.cli.board.BoardCommands;
import dev.mixpaneldata.cli.command.CommandEntry;
import dev.mixpaneldata.cli.command.CommandGroup;
import dev.mixpaneldata.cli.command.CommandTopic;
import dev.mixpaneldata.cli.command.Commands;
import dev.mixpaneldata.cli.commandline.CommandLines;
import dev.mixpaneldata.cli.completion.CompletionCommand;
import dev.mixpaneldata.cli.connect.AskCommand;
import dev.mixpaneldata.cli.connect.ConnectCommand;
import dev.mixpaneldata.cli.connect.ConnectionsCommands;
import dev.mixpaneldata.cli.connect.LoginCommand;
import dev.mixpaneldata.cli.connect.LogoutCommand;
import dev.mixpaneldata.cli.connect.SignInCommands;
import dev.mixpaneldata.cli.demo.DemoCommand;
import dev.mixpaneldata.cli.fetch.FetchCommands;
import dev.mixpaneldata.cli.ingest.ImportCommand;
import dev.mixpaneldata.cli.ingest.ProfileCommands;
import dev.mixpaneldata.cli.lake.ExportLakeCommand;
import dev.mixpaneldata.cli.man.ManCommand;
import dev.mixpaneldata.cli.mcp.McpCommand;
import dev.mixpaneldata.cli.operation.DerivedCommands;
import dev.mixpaneldata.cli.query.QueryCommands;
import dev.mixpaneldata.cli.shell.ShellCommand;
import dev.mixpaneldata.cli.targets.TargetCommands;
import dev.mixpaneldata.cli.ui.UiCommand;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tree of all commands of {@code mp}. A new group or command is one line here. {@link
 * CommandLines} turns the invoked part into picocli's model.
 */
public final class CommandTree {
  private static final List<CommandGroup> GROUPS =
      List.of(
          new CommandGroup(
              "auth",
              "Save, choose and test accounts",
              () ->
                  Stream.concat(AuthCommands.all().stream(), SignInCommands.all().stream())
                      .toList()),
          new CommandGroup(
              "target",
              "Save and choose targets: account, project, data view",
              TargetCommands::all),
          new CommandGroup(
              "fetch", "Bring events and profiles into local tables", FetchCommands::all),
          new CommandGroup(
              "query",
              "Ask Mixpanel for reports, or the local tables for reports and SQL",
              QueryCommands::all),
          new CommandGroup(
              "inspect",
              "Inspect the project and the local tables",
              () -> DerivedCommands.of("inspect")),
          new CommandGroup(
              "tables",
              "Choose the columns of local tables, and load files into them",
              () ->
                  Stream.concat(
                          DerivedCommands.of("tables").stream(), Stream.of(FetchCommands.LOAD))
                      .toList()),
          new CommandGroup(
              "metrics",
              "Show saved metrics and their numbers",
              () -> DerivedCommands.of("metrics")),
          new CommandGroup(
              "behaviors",
              "Show saved behaviors and their numbers",
              () -> DerivedCommands.of("behaviors")),
          new CommandGroup(
              "connections",
              "Use and examine connections to hosted MCP servers",
              ConnectionsCommands::all),
          new CommandGroup(
              "board", "Keep answers with their questions on boards", BoardCommands::all),
          new CommandGroup(
              "profiles", "Change profiles of users and groups", ProfileCommands::all));

  private static final List<CommandEntry> COMMANDS =
      List.of(
          FetchCommands.SYNC,
          ConnectCommand.ENTRY,
          AskCommand.ENTRY,
          LoginCommand.ENTRY,
          LogoutCommand.ENTRY,
          ShellCommand.ENTRY,
          DerivedCommands.entry(StoreOperations.EXPORT_TABLE).with(ExportLakeCommand.ENTRY),
          ImportCommand.ENTRY,
          UiCommand.ENTRY,
          McpCommand.ENTRY,
          DemoCommand.ENTRY,
          CompletionCommand.ENTRY,
          ManCommand.ENTRY);

  private static final List<CommandTopic> TOPICS =
      List.of(
          CommandTopic.of("Start", "demo", "auth", "login", "logout", "target"),
          CommandTopic.of("Bring data here", "fetch", "sync", "tables", "export"),
          CommandTopic.of(
              "Ask", "query", "inspect", "shell", "metrics", "behaviors", "board", "ui"),
          CommandTopic.of("Send data to Mixpanel", "import", "profiles"),
          CommandTopic.of("Assistants and hosted servers", "mcp", "connect", "connections", "ask"),
          new CommandTopic(
              "Change what Mixpanel manages",
              ManagedGroups.ALL.stream().map(CommandGroup::name).toList()),
          CommandTopic.of("This program", "completion", "man"));

  /** All commands. */
  public static final Commands ALL =
      new Commands(
          Stream.concat(GROUPS.stream(), ManagedGroups.ALL.stream()).toList(), COMMANDS, TOPICS);

  private CommandTree() {}
}
