package dev.mixpaneldata.cli.ingest;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.WaitNotice;
import dev.mixpaneldata.cli.progress.ProgressLine;
import dev.mixpaneldata.ingest.ImportListener;
import dev.mixpaneldata.ingest.ImportReceipt;
import java.time.Instant;

/** Shows an import on standard error. */
final class ImportProgress implements ImportListener, AutoCloseable {
  private final CommandContext context;
  private final ProgressLine line;

  private ImportProgress(CommandContext context, ProgressLine line) {
    this.context = context;
    this.line = line;
  }

  static ImportProgress of(CommandContext context, boolean dryRun, boolean unwanted) {
    String task = dryRun ? "Checking" : "Importing";
    return new ImportProgress(context, ProgressLine.begin(context, task, "events", !unwanted));
  }

  @Override
  public void continued(int batches) {
    line.say(
        context, "Continuing an interrupted import: " + batches + " batches are acknowledged.");
  }

  @Override
  public void batchFinished(long imported, long failed) {
    line.add(imported + failed);
  }

  @Override
  public void waiting(String reason, Instant until) {
    new WaitNotice(context).of(reason, until).ifPresent(notice -> line.say(context, notice));
  }

  /** Says what failed although the import ended, and passes its receipt on. */
  ImportReceipt told(ImportReceipt receipt) {
    receipt
        .failedFile()
        .ifPresent(
            file ->
                line.say(
                    context,
                    receipt.failed()
                        + " of "
                        + receipt.events()
                        + " events failed; each is in "
                        + file
                        + " with the reason."));
    return receipt;
  }

  @Override
  public void close() {
    line.close();
  }
}
