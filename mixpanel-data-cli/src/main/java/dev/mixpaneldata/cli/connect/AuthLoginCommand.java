package dev.mixpaneldata.cli.connect;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.credentials.Region;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mp auth login}: {@code mp login} with the options of the Python tool. */
final class AuthLoginCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(names = "--region", paramLabel = "REGION", description = "us, eu or in (default us).")
  private @Nullable String region;

  @Option(
      names = "--project-id",
      paramLabel = "ID",
      description = "The project's number. Unless given, Mixpanel is asked for those within reach.")
  private @Nullable String project;

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

  AuthLoginCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Region> home = Optional.ofNullable(region).map(Region::parse);
    BrowserLogin.Done done =
        new BrowserLogin(
                context,
                name(home),
                home,
                Optional.ofNullable(project),
                noBrowser,
                Optional.ofNullable(url))
            .run();
    output.print(context, () -> SignedIn.of(context, done.account()));
    context.say("Signed in. Try it with: mp auth test " + done.account().name());
    return 0;
  }

  /** Regions other than us have accounts of their own, since a sign-in holds in one region. */
  private String name(Optional<Region> home) {
    return context
        .options()
        .account()
        .orElseGet(
            () ->
                BrowserLogin.VENDOR
                    + home.filter(other -> other != Region.US)
                        .map(other -> "-" + other.id())
                        .orElse(""));
  }
}
