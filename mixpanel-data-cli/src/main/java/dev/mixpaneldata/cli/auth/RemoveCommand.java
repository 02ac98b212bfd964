package dev.mixpaneldata.cli.auth;

import dev.mixpaneldata.account.AccountStore;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code mp auth remove}. */
final class RemoveCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", description = "The account, as mp auth list shows it.")
  private String name = "";

  @Option(names = "--force", description = "Do it without asking.")
  private boolean force;

  @Mixin private final OutputOptions output = new OutputOptions();

  RemoveCommand(CommandContext context) {
    this.context = context;
  }

  record Removed(String removed) {}

  @Override
  public Integer call() throws IOException {
    AccountStore store = Accounts.store(context);
    store.account(name);
    context.confirm("Remove the account '" + name + "'?", force);
    store.remove(name);
    output.print(context, () -> new Removed(name));
    return 0;
  }
}
