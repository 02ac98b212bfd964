package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.account.AccountStore;
import dev.mixpaneldata.cli.auth.Accounts;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.CommandEntry;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.credentials.GrantedSignIn;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mp logout}: ends what {@code mp login} began. */
public final class LogoutCommand implements Callable<Integer> {
  /** The entry in the command tree. */
  public static final CommandEntry ENTRY =
      CommandEntry.of(
          "logout",
          "End an account's sign-in by the browser; its project stays known",
          List.of("mp logout work"),
          LogoutCommand::new);

  private final CommandContext context;

  @Parameters(paramLabel = "NAME", description = "The account.")
  private String name = "";

  @Mixin private final OutputOptions output = new OutputOptions();

  private LogoutCommand(CommandContext context) {
    this.context = context;
  }

  record LoggedOut(String account, boolean revokedAtVendor) {}

  @Override
  public Integer call() throws IOException {
    AccountStore store = Accounts.store(context);
    if (!(store.account(name).credentials().signIn() instanceof GrantedSignIn)) {
      throw MixpanelDataException.invalidArgument(
          "The account '" + name + "' was not signed in by the browser.",
          "Remove it with mp auth remove " + name + ".");
    }
    boolean revoked = LoginCommand.logins(context).signOut(name);
    output.print(context, () -> new LoggedOut(name, revoked));
    if (!revoked) {
      LoginCommand.sayWhereToEnd(context);
    }
    context.say("Sign in again with: mp login " + name);
    return 0;
  }
}
