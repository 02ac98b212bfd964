package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.account.Account;
import dev.mixpaneldata.cli.auth.Accounts;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.credentials.ServiceAccount;
import dev.mixpaneldata.credentials.SignIn;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code mp auth token}: the bare token, renewed if it is about to end. */
final class AuthTokenCommand implements Callable<Integer> {
  private static final String SCHEME = "Bearer ";

  private final CommandContext context;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The account that is signed in there. Unless given, the account in use.")
  private @Nullable String region;

  AuthTokenCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    SignIn signIn =
        Optional.ofNullable(region)
            .map(Region::parse)
            .map(this::of)
            .orElseGet(() -> Accounts.resolve(context, null).credentials().signIn());
    if (signIn instanceof ServiceAccount) {
      throw MixpanelDataException.invalidArgument(
          "The account signs in with a username and a secret, and has no bearer token.",
          "Sign in by the browser with mp auth login, or choose another account with --account.");
    }
    String header = signIn.authorization().reveal();
    context.out().write(header.substring(SCHEME.length()) + "\n");
    return 0;
  }

  private SignIn of(Region home) {
    List<Account> accounts = SignedIn.accounts(context, Optional.of(home));
    if (accounts.size() == 1) {
      return accounts.get(0).credentials().signIn();
    }
    String found = String.join(", ", accounts.stream().map(Account::name).toList());
    throw accounts.isEmpty()
        ? new MixpanelDataException(
            ErrorCode.ACCOUNT_NOT_FOUND,
            "No account signs in by the browser in the region " + home.id() + ".",
            "Sign in with mp auth login --region " + home.id() + ".")
        : MixpanelDataException.invalidArgument(
            "Several accounts sign in there: " + found + ".", "Name one with --account.");
  }
}
