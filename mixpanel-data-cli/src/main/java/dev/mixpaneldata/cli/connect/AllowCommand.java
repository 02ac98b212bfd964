package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.bridge.connection.ToolView;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code mp connections allow}. */
final class AllowCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", description = "The connection.")
  private String name = "";

  @Parameters(
      index = "1..*",
      paramLabel = "TOOL",
      description =
          "Tools to allow as they are now, also those that the vendor's list lacks. Unless given,"
              + " all new and changed tools of that list.")
  private Set<String> tools = new TreeSet<>();

  @Mixin private final OutputOptions output = new OutputOptions();

  AllowCommand(CommandContext context) {
    this.context = context;
  }

  record Allowed(String name, long readingTools, long refusedTools) {}

  @Override
  public Integer call() throws IOException {
    try (Connection connection = ConnectionsCommands.open(context).open(name)) {
      if (tools.isEmpty()) {
        ToolsCommand.tell(context, connection.allowAll());
      } else {
        connection.allow(tools);
      }
      long all = connection.knownTools().size();
      long reading = connection.knownTools().stream().filter(ToolView::allowed).count();
      output.print(context, () -> new Allowed(name, reading, all - reading));
    }
    return 0;
  }
}
