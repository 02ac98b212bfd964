package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.bridge.connection.ToolView;
import dev.mixpaneldata.bridge.policy.Drift;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
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

  @Mixin private final OutputOptions output = new OutputOptions();

  ToolsCommand(CommandContext context) {
    this.context = context;
  }

  record Line(String name, boolean allowed, String about) {}

  @Override
  public Integer call() throws IOException {
    try (Connection connection = ConnectionsCommands.open(context).open(name)) {
      List<ToolView> tools = connection.tools();
      Drift drift = connection.drift();
      output.print(
          context,
          () ->
              tools.stream()
                  .filter(tool -> all || tool.allowed())
                  .map(ToolsCommand::line)
                  .toList());
      tell(context, drift);
      if (!drift.isEmpty()) {
        context.say("They are refused until you allow them: mp connections allow " + name);
      }
    }
    return 0;
  }

  private static Line line(ToolView tool) {
    String about = tool.description().lines().findFirst().orElse("");
    return new Line(tool.name(), tool.allowed(), tool.allowed() ? about : tool.reason());
  }

  /** Shows what the vendor changed: a line for each tool, and one for each difference. */
  static void tell(CommandContext context, Drift drift) {
    for (Drift.Change change : drift.changes()) {
      context.say(
          change.tool()
              + " is "
              + change.kind().name().toLowerCase(Locale.ROOT)
              + " at the vendor.");
      change.differences().forEach(line -> context.say("  " + line));
    }
  }
}
