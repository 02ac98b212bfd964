package dev.mixpaneldata.cli.targets;

import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.account.Target;
import dev.mixpaneldata.account.TargetStore;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code mp target add}. Account, project and data view are the options of mp. */
final class AddCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", description = "What to call the target.")
  private String name = "";

  @Option(names = "--use", description = "Work on it from now on.")
  private boolean use;

  @Mixin private final OutputOptions output = new OutputOptions();

  AddCommand(CommandContext context) {
    this.context = context;
  }

  record Added(String added, boolean inUse) {}

  @Override
  public Integer call() throws IOException {
    TargetStore store = TargetCommands.store(context);
    store.add(
        new Target(
            name,
            context.options().account(),
            context.options().project(),
            context.options().dataView().map(Settings::dataView)));
    if (use) {
      store.use(name);
    }
    output.print(context, () -> new Added(name, use));
    context.say(
        "Saved in " + store.file() + ". Use it with: mp target use " + name + ", or --target.");
    return 0;
  }
}
