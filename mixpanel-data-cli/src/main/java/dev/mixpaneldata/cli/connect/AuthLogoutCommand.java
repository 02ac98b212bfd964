package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.account.Account;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.credentials.Region;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mp auth logout}: ends the sign-ins of all accounts, or of those in one region. */
final class AuthLogoutCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "End the sign-ins of this region alone.")
  private @Nullable String region;

  @Mixin private final OutputOptions output = new OutputOptions();

  AuthLogoutCommand(CommandContext context) {
    this.context = context;
  }

  record LoggedOut(String account, String region, boolean removed, boolean revokedAtVendor) {}

  @Override
  public Integer call() throws IOException {
    List<LoggedOut> ended = new ArrayList<>();
    for (Account account :
        SignedIn.accounts(context, Optional.ofNullable(region).map(Region::parse))) {
      boolean there = LoginCommand.logins(context).status(account.name()).signedIn();
      boolean revoked = LoginCommand.logins(context).signOut(account.name());
      ended.add(new LoggedOut(account.name(), account.credentials().region().id(), there, revoked));
    }
    output.print(context, () -> ended);
    if (ended.isEmpty()) {
      context.say("No account signs in by the browser.");
    } else if (!ended.stream().allMatch(LoggedOut::revokedAtVendor)) {
      LoginCommand.sayWhereToEnd(context);
    }
    return 0;
  }
}
