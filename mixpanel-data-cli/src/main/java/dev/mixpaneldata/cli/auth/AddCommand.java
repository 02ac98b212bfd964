package dev.mixpaneldata.cli.auth;

import dev.mixpaneldata.account.Account;
import dev.mixpaneldata.account.AccountStore;
import dev.mixpaneldata.account.ReachableProject;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.credentials.ServiceAccount;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code mp auth add}. */
final class AddCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "NAME", description = "Name of the account.")
  private String name = "";

  @Option(
      names = {"-u", "--username"},
      paramLabel = "USERNAME",
      description = "The service account's username.")
  private @Nullable String username;

  @Option(
      names = {"-p", "--project"},
      paramLabel = "ID",
      description = "The project's number. Unless given, Mixpanel is asked for those within reach.")
  private @Nullable String project;

  @Option(
      names = {"-r", "--region"},
      paramLabel = "REGION",
      description = "us, eu or in. Unless given, Mixpanel is asked.")
  private @Nullable String region;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description = "The project's time zone, for projects created before 2023.")
  private @Nullable ZoneId timeZone;

  @Option(
      names = {"-d", "--default"},
      description = "Make it the default account.")
  private boolean makeDefault;

  @Option(
      names = {"-i", "--interactive"},
      description = "Ask for everything that is not given, even if MP_SECRET is set.")
  private boolean interactive;

  @Option(names = "--secret-stdin", description = "Read the secret from standard input.")
  private boolean secretFromInput;

  @Mixin private final OutputOptions output = new OutputOptions();

  AddCommand(CommandContext context) {
    this.context = context;
  }

  record Added(String added, boolean isDefault) {}

  @Override
  public Integer call() throws IOException {
    AccountStore store = Accounts.store(context);
    String user = given(username, "username", "Service account username: ");
    Optional<Region> home = Optional.ofNullable(region).map(Region::parse);
    Optional<String> id = Optional.ofNullable(project).map(Credentials::checkProjectId);
    Secret secret = Secret.of(new SecretInput(context).read(secretFromInput, interactive));
    ReachableProject chosen =
        new ProjectChoice(context, new ServiceAccount(user, secret)).of(id, home);
    Credentials credentials =
        new Credentials(new ServiceAccount(user, secret), chosen.id(), chosen.region());
    store.add(new Account(name, credentials, Optional.ofNullable(timeZone)));
    if (makeDefault) {
      store.setDefault(name);
    }
    boolean isDefault = store.defaultName().equals(Optional.of(name));
    output.print(context, () -> new Added(name, isDefault));
    context.say("Saved in " + store.file() + ". Try it with: mp auth test " + name);
    return 0;
  }

  private String given(@Nullable String value, String option, String question) {
    if (value != null) {
      return value;
    }
    if (!context.terminal().input() || !context.terminal().error()) {
      throw MixpanelDataException.invalidArgument(
          "--" + option + " is missing.",
          "Give it, or run the command at a terminal, which asks for it.");
    }
    return context.ask(question);
  }
}
