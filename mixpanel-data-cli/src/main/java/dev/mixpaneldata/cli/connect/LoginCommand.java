package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.bridge.login.Logins;
import dev.mixpaneldata.bridge.vendor.Vendors;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.CommandEntry;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
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

  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = BrowserLogin.VENDOR,
      description = "What to call the account; mixpanel unless given.")
  private String name = BrowserLogin.VENDOR;

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
    BrowserLogin login =
        new BrowserLogin(
            context,
            name,
            context.options().region().map(Region::parse),
            context.options().project(),
            noBrowser,
            Optional.ofNullable(url));
    BrowserLogin.Done done = login.run();
    Credentials credentials = done.account().credentials();
    output.print(
        context,
        () ->
            new LoggedIn(name, credentials.projectId(), credentials.region().id(), done.scopes()));
    context.say("Signed in. Try it with: mp auth test " + name);
    return 0;
  }

  static Logins logins(CommandContext context) {
    return new Logins(
        Settings.of(context.environment()).configFile(),
        context.environment(),
        context.pacer().clock());
  }

  /** Says where a user ends a sign-in that could not be revoked. */
  static void sayWhereToEnd(CommandContext context) {
    context.say(
        "Mixpanel offers no address to revoke it. End it there, too: "
            + Vendors.named(BrowserLogin.VENDOR).endsAt());
  }
}
