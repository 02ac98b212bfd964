package dev.mixpaneldata.cli.targets;

import dev.mixpaneldata.account.TargetStore;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** The command {@code mp target list}. */
final class ListCommand implements Callable<Integer> {
  private final CommandContext context;

  @Mixin private final OutputOptions output = new OutputOptions();

  ListCommand(CommandContext context) {
    this.context = context;
  }

  record Line(
      String name,
      Optional<String> account,
      Optional<String> projectId,
      Optional<Long> workspaceId,
      boolean inUse) {}

  @Override
  public Integer call() throws IOException {
    TargetStore store = TargetCommands.store(context);
    output.print(context, () -> lines(store));
    return 0;
  }

  private List<Line> lines(TargetStore store) {
    Optional<String> active = store.active();
    List<Line> lines =
        store.list().stream()
            .map(
                target ->
                    new Line(
                        target.name(),
                        target.account(),
                        target.projectId(),
                        target.dataView(),
                        active.equals(Optional.of(target.name()))))
            .toList();
    if (lines.isEmpty()) {
      context.say("No targets are saved in " + store.file() + "; add one with: mp target add NAME");
    }
    return lines;
  }
}
