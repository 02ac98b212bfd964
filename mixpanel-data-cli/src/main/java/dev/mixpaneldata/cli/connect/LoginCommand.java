package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.account.Account;
import dev.mixpaneldata.account.AccountStore;
import dev.mixpaneldata.account.ReachableProject;
import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.bridge.login.Logins;
import dev.mixpaneldata.bridge.vendor.Vendor;
import dev.mixpaneldata.bridge.vendor.Vendors;
import dev.mixpaneldata.cli.auth.ProjectChoice;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.CommandEntry;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.GrantedSignIn;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mp login}: an account for Mixpanel's own APIs, signed in by the browser. */
public final class LoginCommand implements Callable<Integer> {
  /** The entry in the command tree. */
  public static final CommandEntry ENTRY =
      CommandEntry.of(
          "login",
          "Sign an account in by the browser, for Mixpanel's own APIs",
          List.of(
              "mp login",
              "mp login work --region eu --project 3018488",
              "mp login work --no-browser"),
          LoginCommand::new);

  private static final String VENDOR = "mixpanel";

  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = VENDOR,
      description = "What to call the account; mixpanel unless given.")
  private String name = VENDOR;

  @Option(
      names = "--no-browser",
      description = "Print Mixpanel's page and take the address that it leads to.")
  private boolean noBrowser;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Read the sign-in's metadata at this address, as through a proxy.")
  private @Nullable URI url;

  @Mixin private final OutputOptions output = new OutputOptions();

  private LoginCommand(CommandContext context) {
    this.context = context;
  }

  record LoggedIn(String account, String projectId, String region, List<String> scopes) {}

  @Override
  public Integer call() throws IOException {
    Settings settings = Settings.of(context.environment());
    AccountStore store = new AccountStore(settings.configFile());
    Optional<Account> before =
        store.list().stream().filter(account -> account.name().equals(name)).findFirst();
    if (before.filter(a -> !(a.credentials().signIn() instanceof GrantedSignIn)).isPresent()) {
      throw MixpanelDataException.invalidArgument(
          "The account '" + name + "' has a secret of its own.",
          "Choose another name, or remove that account first.");
    }
    Region region =
        before
            .map(account -> account.credentials().region())
            .or(() -> context.options().region().map(Region::parse))
            .orElse(Region.US);
    List<String> scopes =
        logins(context).signIn(name, server(region), new TerminalAgents(context).agent(noBrowser));
    Account account =
        before.orElseGet(() -> made(store, new GrantedSignIn(store.file(), name), region));
    Credentials credentials = account.credentials();
    output.print(context, () -> new LoggedIn(name, credentials.projectId(), region.id(), scopes));
    context.say("Signed in. Try it with: mp auth test " + name);
    return 0;
  }

  private Account made(AccountStore store, GrantedSignIn signIn, Region region) {
    ReachableProject project =
        new ProjectChoice(context, signIn).of(context.options().project(), Optional.of(region));
    Account account =
        new Account(name, new Credentials(signIn, project.id(), region), project.timeZone());
    store.add(account);
    return account;
  }

  private URI server(Region region) {
    if (url != null) {
      return url;
    }
    Vendor vendor = Vendors.named(VENDOR);
    return Optional.ofNullable(vendor.urls().get(region.id())).orElseThrow();
  }

  static Logins logins(CommandContext context) {
    return new Logins(
        Settings.of(context.environment()).configFile(),
        context.environment(),
        context.pacer().clock());
  }

  /** Returns where a user ends the sign-in at the vendor. */
  static String endsAt() {
    return Vendors.named(VENDOR).endsAt();
  }
}
