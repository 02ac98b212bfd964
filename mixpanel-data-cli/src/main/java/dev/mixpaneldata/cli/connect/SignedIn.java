package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.account.Account;
import dev.mixpaneldata.bridge.login.LoginStatus;
import dev.mixpaneldata.cli.auth.Accounts;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.credentials.GrantedSignIn;
import dev.mixpaneldata.credentials.Region;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account that signs in by the browser, as {@code mp auth status} shows it. No field has a
 * secret.
 */
record SignedIn(
    String account,
    String region,
    boolean authenticated,
    String tokenType,
    String scope,
    Optional<Instant> expiresAt,
    boolean isExpired,
    String projectId) {
  private static final String BEARER = "Bearer";

  static SignedIn of(CommandContext context, Account account) {
    LoginStatus status = LoginCommand.logins(context).status(account.name());
    return new SignedIn(
        account.name(),
        account.credentials().region().id(),
        status.signedIn(),
        BEARER,
        String.join(" ", status.scopes()),
        status.expiresAt(),
        status.expired(),
        account.credentials().projectId());
  }

  /** Returns the accounts that sign in by the browser, in one region if it is given. */
  static List<Account> accounts(CommandContext context, Optional<Region> region) {
    return Accounts.store(context).list().stream()
        .filter(account -> account.credentials().signIn() instanceof GrantedSignIn)
        .filter(account -> region.isEmpty() || region.get() == account.credentials().region())
        .toList();
  }
}
