package dev.mixpaneldata.ingest;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.DaemonThreads;
import dev.mixpaneldata.internal.DiskFailure;
import dev.mixpaneldata.internal.JobFolder;
import dev.mixpaneldata.internal.PrivateFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One import: batches go out side by side, and each that is acknowledged is written down. */
final class ImportJob implements AutoCloseable {
  /** What a person calls the job. */
  static final String NAME = "import";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  /** A request that is under way ends when its thread is interrupted; this is for what does not. */
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  private final IngestContext context;
  private final ImportEvents request;
  private final ImportListener listener;
  private final Instant start;
  private final JobFolder folder;
  private final ImportLedger ledger;
  private final BatchSender sender;
  private final ExecutorService pool;
  private final int places;
  private final Semaphore free;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private int batches;
  private int batchesFromEarlierRun;
  private long imported;
  private long invalid;
  private long refused;
  private long bytes;

  ImportJob(IngestContext context, ImportEvents request, ImportListener listener) {
    this.context = context;
    this.request = request;
    this.listener = listener;
    this.start = context.now();
    this.folder = JobFolder.open(NAME, context.dataDirectory(), context.jobFolder(request));
    this.ledger = ImportLedger.open(folder);
    this.sender =
        new BatchSender(EventCheck.ofImports(start), context.http(listener), request.dryRun());
    this.pool =
        Executors.newFixedThreadPool(request.workers(), DaemonThreads.numbered("mixpanel-import"));
    // One more than can be sent, so that reading goes on meanwhile; memory stays bounded.
    this.places = request.workers() + 1;
    this.free = new Semaphore(places);
    if (ledger.earlierBatches() > 0) {
      listener.continued(ledger.earlierBatches());
    }
  }

  /** Hands a batch over, as soon as there is a place for it. */
  void submit(ImportBatch batch) {
    acquire(1);
    throwFailure();
    batches++;
    pool.execute(
        () -> {
          try {
            finish(batch);
          } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
          } finally {
            free.release();
          }
        });
  }

  private void acquire(int count) {
    try {
      free.acquire(count);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw DiskFailure.stopped(NAME, e);
    }
  }

  private void throwFailure() {
    Throwable first = failure.get();
    if (first instanceof MixpanelDataException known) {
      throw known;
    }
    if (first instanceof Error error) {
      throw error;
    }
    if (first != null) {
      throw new IllegalStateException("A batch failed in an unexpected way", first);
    }
  }

  private void finish(ImportBatch batch) {
    String digest = batch.digest();
    Optional<ImportLedger.Entry> earlier = ledger.acknowledged(batch.number(), digest);
    if (earlier.isPresent()) {
      ImportLedger.Entry entry = earlier.get();
      add(entry.imported(), entry.invalid(), entry.refused(), 0, true);
      return;
    }
    if (failure.get() != null) {
      return;
    }
    BatchOutcome outcome = sender.send(batch);
    ledger.finish(batch.number(), digest, outcome);
    add(outcome.imported(), outcome.invalid(), outcome.refused(), outcome.bytes(), false);
  }

  private void add(
      long newImported, long newInvalid, long newRefused, long newBytes, boolean fromEarlierRun) {
    synchronized (this) {
      imported += newImported;
      invalid += newInvalid;
      refused += newRefused;
      bytes += newBytes;
      batchesFromEarlierRun += fromEarlierRun ? 1 : 0;
    }
    listener.batchFinished(newImported, newInvalid + newRefused);
  }

  /** Waits for all batches; afterwards there is nothing to continue. */
  ImportReceipt finish(long events) {
    acquire(places);
    throwFailure();
    Optional<Path> failedFile = ledger.failedFile().map(this::keep);
    ImportReceipt receipt;
    synchronized (this) {
      receipt =
          new ImportReceipt(
              request.name(),
              context.projectId(),
              request.dryRun(),
              events,
              imported,
              invalid,
              refused,
              failedFile,
              batches,
              batchesFromEarlierRun,
              bytes,
              Duration.between(start, context.now()).toMillis() / 1000.0);
    }
    ledger.close();
    folder.delete();
    return receipt;
  }

  /** Puts the failed events where they outlive the job. */
  private Path keep(Path file) {
    String name =
        IngestContext.inFileName(request.name()) + "-" + STAMP.format(context.now()) + ".jsonl";
    try {
      Path target =
          request.failedFile().isPresent()
              ? request.failedFile().get().toAbsolutePath()
              : PrivateFiles.folder(context.dataDirectory(), "failed-imports", context.projectId())
                  .resolve(name);
      try (OutputStream out = PrivateFiles.stream(target)) {
        Files.copy(file, out);
      }
      return target;
    } catch (IOException e) {
      throw DiskFailure.of(NAME, "The file of failed events cannot be written", e);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      pool.awaitTermination(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    ledger.close();
    folder.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
