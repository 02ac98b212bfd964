package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.bridge.connection.Connection;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code mp connections project}. */
final class ProjectCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", description = "The connection.")
  private String name = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ID",
      description = "The project to ask about.")
  private @Nullable String project;

  @Mixin private final OutputOptions output = new OutputOptions();

  ProjectCommand(CommandContext context) {
    this.context = context;
  }

  record Line(String id, String name, boolean chosen) {}

  @Override
  public Integer call() throws IOException {
    try (Connection connection = ConnectionsCommands.open(context).open(name)) {
      if (project != null) {
        connection.useProject(project);
      }
      output.print(context, () -> lines(connection));
    }
    return 0;
  }

  private static List<Line> lines(Connection connection) {
    Optional<String> chosen = connection.info().project();
    return connection.projects().entrySet().stream()
        .map(e -> new Line(e.getKey(), e.getValue(), chosen.equals(Optional.of(e.getKey()))))
        .toList();
  }
}
