package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.account.Account;
import dev.mixpaneldata.account.AccountStore;
import dev.mixpaneldata.account.ReachableProject;
import dev.mixpaneldata.bridge.vendor.Vendor;
import dev.mixpaneldata.bridge.vendor.Vendors;
import dev.mixpaneldata.cli.auth.Accounts;
import dev.mixpaneldata.cli.auth.ProjectChoice;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.GrantedSignIn;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.MixpanelDataException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A sign-in of an account by the browser; the account is saved if it is new.
 *
 * @param name the account's name
 * @param chosen the region of a new account; us unless given
 * @param project the project of a new account; unless given, Mixpanel names those within reach
 * @param url where the sign-in's metadata is read; Mixpanel's own address unless given
 */
record BrowserLogin(
    CommandContext context,
    String name,
    Optional<Region> chosen,
    Optional<String> project,
    boolean noBrowser,
    Optional<URI> url) {
  /** The name of an account unless it has another, and of its vendor. */
  static final String VENDOR = "mixpanel";

  /** A completed sign-in. */
  record Done(Account account, List<String> scopes) {}

  Done run() {
    AccountStore store = Accounts.store(context);
    Optional<Account> before =
        store.list().stream().filter(account -> account.name().equals(name)).findFirst();
    if (before.filter(a -> !(a.credentials().signIn() instanceof GrantedSignIn)).isPresent()) {
      throw MixpanelDataException.invalidArgument(
          "The account '" + name + "' has a secret of its own.",
          "Choose another name, or remove that account first.");
    }
    Region region =
        before.map(account -> account.credentials().region()).or(() -> chosen).orElse(Region.US);
    List<String> scopes =
        LoginCommand.logins(context)
            .signIn(name, server(region), new TerminalAgents(context).agent(noBrowser));
    Account account =
        before.orElseGet(() -> made(store, new GrantedSignIn(store.file(), name), region));
    return new Done(account, scopes);
  }

  private Account made(AccountStore store, GrantedSignIn signIn, Region region) {
    ReachableProject found = new ProjectChoice(context, signIn).of(project, Optional.of(region));
    Account account =
        new Account(name, new Credentials(signIn, found.id(), region), found.timeZone());
    store.add(account);
    return account;
  }

  private URI server(Region region) {
    Vendor vendor = Vendors.named(VENDOR);
    return url.orElseGet(() -> Optional.ofNullable(vendor.urls().get(region.id())).orElseThrow());
  }
}
