package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code mp connections status}. */
final class StatusCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "The connection; the only one unless given.")
  private @Nullable String name;

  @Mixin private final OutputOptions output = new OutputOptions();

  StatusCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    try (Connection connection =
        ConnectionsCommands.open(context).open(Optional.ofNullable(name))) {
      output.print(context, connection::status);
    }
    return 0;
  }
}
