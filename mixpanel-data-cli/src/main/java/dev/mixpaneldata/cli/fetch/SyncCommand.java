package dev.mixpaneldata.cli.fetch;

import dev.mixpaneldata.cli.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.fetch.SyncEvents;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mp sync}. */
final class SyncCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = "events",
      description = "The local table (default: ${DEFAULT-VALUE}).")
  private String table = "events";

  @Option(
      names = "--lookback",
      paramLabel = "DAYS",
      defaultValue = "5",
      description =
          "Read so many of the last fetched days again and replace them, for events that came late,"
              + " were deleted or changed their user, 1 to 100 (default: ${DEFAULT-VALUE}).")
  private int lookback = SyncEvents.DEFAULT_LOOKBACK_DAYS;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "4",
      description = "Downloads at the same time, 1 to 16 (default: ${DEFAULT-VALUE}).")
  private int workers;

  @Option(names = "--no-progress", description = "Show no progress.")
  private boolean noProgress;

  @Mixin private final OutputOptions output = new OutputOptions();

  SyncCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    SyncEvents request = new SyncEvents(table, lookback, workers);
    output.print(
        context,
        () -> {
          try (FetchProgress progress = FetchProgress.of(context, noProgress)) {
            return progress.warned(context.workspace().fetch().sync(request, progress));
          }
        });
    return 0;
  }
}
