package dev.mixpaneldata.cli.auth;

import dev.mixpaneldata.account.AccountStore;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** The command {@code mp auth list}. */
final class ListCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private final OutputOptions output = new OutputOptions();

  ListCommand(CommandContext context) {
    this.context = context;
  }

  record Line(String name, String username, String projectId, String region, boolean isDefault) {}

  @Override
  public Integer call() throws IOException {
    AccountStore store = Accounts.store(context);
    output.print(context, () -> lines(store));
    return 0;
  }

  private List<Line> lines(AccountStore store) {
    Optional<String> chosen = store.defaultName();
    List<Line> lines =
        store.list().stream()
            .map(
                a ->
                    new Line(
                        a.name(),
                        a.credentials().username(),
                        a.credentials().projectId(),
                        a.credentials().region().id(),
                        chosen.equals(Optional.of(a.name()))))
            .toList();
    if (lines.isEmpty()) {
      context.say("No accounts are saved in " + store.file() + "; add one with: mp auth add NAME");
    }
    return lines;
  }
}
