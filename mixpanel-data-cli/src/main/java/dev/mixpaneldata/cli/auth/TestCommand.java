package dev.mixpaneldata.cli.auth;

import dev.mixpaneldata.account.CredentialCheck;
import dev.mixpaneldata.account.CredentialReport;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mp auth test}: an account that does not work is an error with the code of its cause. */
final class TestCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "A saved account (default: the one that commands use now).")
  private @Nullable String name;

  @Mixin private final OutputOptions output = new OutputOptions();

  TestCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    output.print(context, this::check);
    return 0;
  }

  private CredentialReport check() {
    CredentialReport report = CredentialCheck.of(Accounts.resolve(context, name), context.pacer());
    report
        .problem()
        .ifPresent(
            problem -> {
              throw new MixpanelDataException(problem.code(), problem.message(), problem.hint());
            });
    return report;
  }
}
