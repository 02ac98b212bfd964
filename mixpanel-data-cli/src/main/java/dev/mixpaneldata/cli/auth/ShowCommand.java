package dev.mixpaneldata.cli.auth;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The command {@code mp auth show}. */
final class ShowCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "A saved account (default: the one that commands use now).")
  private @Nullable String name;

  @Mixin private final OutputOptions output = new OutputOptions();

  ShowCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    output.print(
        context,
        () ->
            AccountView.of(Accounts.resolve(context, name), Accounts.store(context).defaultName()));
    return 0;
  }
}
