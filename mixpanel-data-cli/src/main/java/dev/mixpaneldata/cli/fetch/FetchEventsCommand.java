package dev.mixpaneldata.cli.fetch;

import dev.mixpaneldata.cli.CommandContext;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.export.ExportQuery;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchMode;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mp fetch events}. */
final class FetchEventsCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = "events",
      description = "The local table (default: ${DEFAULT-VALUE}).")
  private String table = "events";

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First day, inclusive, as yyyy-mm-dd.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Last day, inclusive; days to come are left out.")
  private @Nullable String to;

  @Option(
      names = {"-e", "--events"},
      split = ",",
      paramLabel = "NAME",
      description = "Only these events; several with commas, or the option several times.")
  private List<String> events = List.of();

  @Option(
      names = {"-w", "--where"},
      paramLabel = "EXPRESSION",
      description = "Only events that fit this filter in Mixpanel's expression language.")
  private @Nullable String where;

  @Option(
      names = {"-l", "--limit"},
      paramLabel = "N",
      description = "At most so many events, 1 to 100000; which ones is Mixpanel's choice.")
  private @Nullable Long limit;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Downloads at the same time, 1 to 16 (default: 4).")
  private @Nullable Integer workers;

  @Option(
      names = "--chunk-days",
      paramLabel = "DAYS",
      description = "Days a download, 1 to 100; the plan decides well without it.")
  private @Nullable Integer chunkDays;

  @Mixin private final ModeOptions mode = new ModeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  FetchEventsCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    FetchMode chosen = mode.mode();
    FetchEvents request = request(chosen);
    if (mode.stdout()) {
      stream(request);
      return 0;
    }
    output.print(
        context,
        () -> {
          try (FetchProgress progress = FetchProgress.of(context, mode.noProgress())) {
            return progress.warned(context.workspace().fetch().events(request, progress));
          }
        });
    return 0;
  }

  private FetchEvents request(FetchMode chosen) {
    if (from == null || to == null) {
      throw MixpanelDataException.invalidArgument(
          (from == null ? "--from" : "--to") + " is missing.",
          "Give the first and the last day, as --from 2026-01-01 --to 2026-01-31.");
    }
    FetchEvents request =
        FetchEvents.of(table, DateRange.of(from, to)).withMode(chosen).withEvents(events);
    request = where == null ? request : request.withWhere(where);
    request = limit == null ? request : request.withLimit(limit);
    request = workers == null ? request : request.withWorkers(workers);
    return chunkDays == null ? request : request.withChunkDays(chunkDays);
  }

  private void stream(FetchEvents request) throws IOException {
    ExportQuery query =
        new ExportQuery(
            request.range(), request.events(), Optional.ofNullable(where), request.limit());
    if (mode.raw()) {
      try (Stream<String> lines = context.workspace().export().rawEvents(query)) {
        new LineOutput(context).raw(lines);
      }
    } else {
      try (Stream<?> lines = context.workspace().export().events(query)) {
        new LineOutput(context).json(lines);
      }
    }
  }
}
