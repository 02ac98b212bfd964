package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.bridge.board.Question;
import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.bridge.connection.ToolResult;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.Pinnable;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.value.Json;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code mp connections call}. */
final class CallCommand implements Callable<Integer>, Pinnable {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", description = "The connection.")
  private String name = "";

  @Parameters(index = "1", paramLabel = "TOOL", description = "The tool.")
  private String tool = "";

  @Parameters(
      index = "2",
      paramLabel = "ARGUMENTS",
      defaultValue = "{}",
      description = "Its arguments as a JSON object.")
  private String arguments = "{}";

  @Mixin private final OutputOptions output = new OutputOptions();

  CallCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Question question() {
    return Question.tool(name, tool, new Json(arguments));
  }

  @Override
  public Integer call() throws IOException {
    try (Connection connection = ConnectionsCommands.open(context).open(name)) {
      ToolResult result = connection.call(tool, new Json(arguments));
      output.print(context, () -> result.data().<Object>map(d -> d).orElse(result.text()));
    }
    return 0;
  }
}
