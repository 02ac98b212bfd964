package dev.mixpaneldata.cli.auth;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code mp auth switch}. */
final class SwitchCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", description = "The account, as mp auth list shows it.")
  private String name = "";

  @Mixin private final OutputOptions output = new OutputOptions();

  SwitchCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Accounts.store(context).setDefault(name);
    output.print(context, () -> Map.of("default", name));
    return 0;
  }
}
