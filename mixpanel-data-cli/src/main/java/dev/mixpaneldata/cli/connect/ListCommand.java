package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.bridge.connection.Connections;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** The command {@code mp connections list}. */
final class ListCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private final OutputOptions output = new OutputOptions();

  ListCommand(CommandContext context) {
    this.context = context;
  }

  record Line(
      String name, Optional<String> vendor, String url, Optional<String> project, String signIn) {}

  @Override
  public Integer call() throws IOException {
    output.print(context, this::lines);
    return 0;
  }

  private List<Line> lines() {
    Connections connections = ConnectionsCommands.open(context);
    List<Line> lines =
        connections.list().stream()
            .map(
                info -> {
                  try (Connection connection = connections.open(info.name())) {
                    return new Line(
                        info.name(),
                        info.vendorId(),
                        info.url().toString(),
                        info.project(),
                        connection.status().signIn());
                  }
                })
            .toList();
    if (lines.isEmpty()) {
      context.say("There is no connection yet; make one: mp connect mixpanel");
    }
    return lines;
  }
}
