package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** {@code mp auth status}: the accounts that sign in by the browser. */
final class AuthStatusCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private final OutputOptions output = new OutputOptions();

  AuthStatusCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    List<SignedIn> accounts =
        SignedIn.accounts(context, Optional.empty()).stream()
            .map(account -> SignedIn.of(context, account))
            .toList();
    output.print(context, () -> accounts);
    if (accounts.isEmpty()) {
      context.say("No account signs in by the browser. Begin with: mp auth login");
    }
    return 0;
  }
}
