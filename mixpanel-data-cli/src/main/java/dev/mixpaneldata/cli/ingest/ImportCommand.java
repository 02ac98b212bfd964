package dev.mixpaneldata.cli.ingest;

import dev.mixpaneldata.cli.command.Change;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.CommandEntry;
import dev.mixpaneldata.cli.output.OutputOptions;
import dev.mixpaneldata.ingest.ImportEvents;
import dev.mixpaneldata.ingest.ImportReceipt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mp import}: events of a file, of standard input or of a local table to Mixpanel. */
public final class ImportCommand implements Callable<Integer> {
  /** Its place in the tree. */
  public static final CommandEntry ENTRY =
      CommandEntry.of(
          "import",
          "Send events to Mixpanel: those of a file, of standard input, or of a local table",
          List.of(
              "mp import events.jsonl.gz --dry-run",
              "mp import orders.csv --map order_type=event --map created=time --map"
                  + " user=distinct_id",
              "zcat events.jsonl.gz | mp import -",
              "mp import events --project 654321"),
          ImportCommand::new);

  private final CommandContext context;

  @Parameters(
      paramLabel = "FILE|-|TABLE",
      description =
          "JSON lines as Mixpanel exports them, CSV or Parquet, compressed with gzip or not;"
              + " standard input; or a local table.")
  private String source = "";

  @Option(
      names = "--as",
      paramLabel = "FORM",
      description = "jsonl, csv, parquet or table (default: what the source looks like).")
  private @Nullable ImportForm form;

  @Option(
      names = "--map",
      paramLabel = "COLUMN=NAME",
      description =
          "CSV and Parquet: which column is event, time, distinct_id or another"
              + " property; once for each column with another name.")
  private Map<String, String> columns = Map.of();

  @Option(names = "--dry-run", description = "Check all events, and send none.")
  private boolean dryRun;

  @Option(
      names = "--failed",
      paramLabel = "FILE",
      description = "Write failed events here, with the reason (default: the data directory).")
  private @Nullable Path failedFile;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Parallel requests, 1 to 16 (default: 4).")
  private @Nullable Integer workers;

  @Option(names = "--no-progress", description = "Show no progress.")
  private boolean noProgress;

  @Mixin private final OutputOptions output = new OutputOptions();

  private ImportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    ImportSource from = new ImportSource(context, source, form, columns);
    ImportEvents request = request(from.name());
    AtomicBoolean someFailed = new AtomicBoolean();
    output.print(
        context,
        () -> {
          try (ImportProgress progress = ImportProgress.of(context, dryRun, noProgress)) {
            ImportReceipt receipt =
                dryRun ? run(from, request, progress) : change(from, request, progress);
            someFailed.set(receipt.failed() > 0);
            return progress.told(receipt);
          }
        });
    return someFailed.get() ? 1 : 0;
  }

  private ImportReceipt change(ImportSource from, ImportEvents request, ImportProgress progress) {
    return new Change(context, ENTRY.name(), Map.of("source", source))
        .make(() -> run(from, request, progress), receipt -> receipt.failed() > 0);
  }

  private ImportReceipt run(ImportSource from, ImportEvents request, ImportProgress progress) {
    return context.workspace().ingest().events(request, from.events(), progress);
  }

  private ImportEvents request(String name) {
    ImportEvents request = ImportEvents.of(name);
    request = dryRun ? request.asDryRun() : request;
    request = failedFile == null ? request : request.withFailedFile(failedFile);
    return workers == null ? request : request.withWorkers(workers);
  }
}
