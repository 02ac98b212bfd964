package dev.mixpaneldata.cli.targets;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code mp target use}. */
final class UseCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", description = "The target, as mp target list shows it.")
  private String name = "";

  @Mixin private final OutputOptions output = new OutputOptions();

  UseCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    TargetCommands.store(context).use(name);
    output.print(context, () -> Map.of("target", name));
    return 0;
  }
}
