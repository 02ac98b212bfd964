package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.bridge.connection.ToolView;
import dev.mixpaneldata.bridge.policy.Inventory.Drift;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code mp connections tools}. */
final class ToolsCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", description = "The connection.")
  private String name = "";

  @Option(names = "--all", description = "Also list the refused tools, with the reason.")
  private boolean all;

  @Option(names = "--accept", description = "Accept new and changed tools as reviewed.")
  private boolean accept;

  @Option(
      names = "--allow",
      paramLabel = "TOOL",
      description = "Allow a tool that the vendor's list lacks, if it only reads.")
  private Set<String> allow = new TreeSet<>();

  @Mixin private final OutputOptions output = new OutputOptions();

  ToolsCommand(CommandContext context) {
    this.context = context;
  }

  record Line(String name, boolean allowed, String about) {}

  @Override
  public Integer call() throws IOException {
    try (Connection connection = ConnectionsCommands.open(context).open(name)) {
      if (accept || !allow.isEmpty()) {
        connection.accept(allow);
      }
      List<ToolView> tools = connection.tools();
      Drift drift = connection.drift();
      output.print(
          context,
          () ->
              tools.stream()
                  .filter(tool -> all || tool.allowed())
                  .map(ToolsCommand::line)
                  .toList());
      tell("New", drift.added());
      tell("Changed", drift.changed());
      tell("Gone", drift.removed());
      if (!drift.isEmpty()) {
        context.say("Review them, then: mp connections tools " + name + " --accept");
      }
    }
    return 0;
  }

  private static Line line(ToolView tool) {
    String about = tool.description().lines().findFirst().orElse("");
    return new Line(tool.name(), tool.allowed(), tool.allowed() ? about : tool.reason());
  }

  private void tell(String what, List<String> tools) {
    if (!tools.isEmpty()) {
      context.say(what + " at the vendor: " + String.join(", ", tools));
    }
  }
}
