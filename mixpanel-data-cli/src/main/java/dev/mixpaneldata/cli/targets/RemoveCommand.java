package dev.mixpaneldata.cli.targets;

import dev.mixpaneldata.account.TargetStore;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code mp target remove}. */
final class RemoveCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", description = "The target, as mp target list shows it.")
  private String name = "";

  @Option(names = "--force", description = "Do it without asking.")
  private boolean force;

  @Mixin private final OutputOptions output = new OutputOptions();

  RemoveCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    TargetStore store = TargetCommands.store(context);
    store.target(name);
    context.confirm("Forget the target '" + name + "'?", force);
    store.remove(name);
    output.print(context, () -> Map.of("removed", name));
    return 0;
  }
}
