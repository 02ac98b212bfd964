package dev.mixpaneldata.fetch;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.JobFolder;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.LoadMode;
import dev.mixpaneldata.store.spi.LoadRequest;
import dev.mixpaneldata.store.spi.LoadResult;
import dev.mixpaneldata.store.spi.PartSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The load of a fetch's windows. It begins during the download, when the remaining windows are all
 * being fetched, if windows have come quickly so far. Thus nobody waits for the database file
 * because of the hour's limit or a slow server. A load that waits too long for a part, or fails
 * while parts arrive, is rolled back and repeated when all parts are there.
 */
final class EventLoad implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventLoad.class);

  /** The longest time for which a missing part may keep the file from others. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The result of a load: its counts, and the lines that it set aside. */
  record Loaded(LoadResult result, Quarantine quarantine) {}

  private record Ahead(PartSource parts, FutureTask<Loaded> task, Thread thread) {}

  private final FetchContext context;
  private final FetchListener listener;
  private final FetchEvents request;
  private final LoadMode mode;
  private final FetchLedger ledger;
  private final JobFolder folder;
  private final Map<Integer, Path> arrived = new HashMap<>();
  private final Instant start;
  private int downloaded;
  private @Nullable Ahead ahead;
  private volatile long lines = LoadProgress.UNKNOWN;

  EventLoad(
      FetchContext context,
      FetchListener listener,
      FetchEvents request,
      LoadMode mode,
      FetchLedger ledger,
      JobFolder folder) {
    this.context = context;
    this.listener = listener;
    this.request = request;
    this.mode = mode;
    this.ledger = ledger;
    this.folder = folder;
    this.start = context.now();
  }

  /** Adds a part that an earlier run has left. */
  void wasThere(FinishedPart part) {
    arrived.put(number(part), folder.file(part.file()));
  }

  /** Adds a part that is complete, safe on disk and in the ledger. */
  void arrived(FinishedPart part) {
    downloaded++;
    arrived.put(number(part), folder.file(part.file()));
    if (ahead != null) {
      ahead.parts.arrived(number(part), folder.file(part.file()));
    } else if (isWorthBeginning()) {
      ahead = begin();
    }
  }

  private int number(FinishedPart part) {
    return ledger.windows().indexOf(part.window());
  }

  private boolean isWorthBeginning() {
    int count = ledger.windows().size();
    int left = count - arrived.size();
    Duration each =
        Duration.between(start, context.now())
            .multipliedBy(Math.min(request.workers(), count))
            .dividedBy(downloaded);
    return left > 0
        && left <= request.workers()
        && each.compareTo(PATIENCE) < 0
        && arrived.keySet().containsAll(PartSource.sample(count));
  }

  private Ahead begin() {
    PartSource parts = PartSource.arriving(ledger.windows().size(), PATIENCE);
    arrived.forEach(parts::arrived);
    FutureTask<Loaded> task = new FutureTask<>(() -> load(parts));
    Thread thread = new Thread(task, "mixpanel-load");
    thread.setDaemon(true);
    thread.start();
    return new Ahead(parts, task, thread);
  }

  /** Returns the result of the load after everything has arrived; loads now unless it has begun. */
  Loaded finish() {
    List<FinishedPart> parts = ledger.finishedParts();
    lines = parts.stream().mapToLong(FinishedPart::lines).sum();
    listener.loading(0, lines);
    return resultOfAhead()
        .orElseGet(
            () ->
                load(PartSource.of(parts.stream().map(part -> folder.file(part.file())).toList())));
  }

  private Optional<Loaded> resultOfAhead() {
    if (ahead == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(ahead.task.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stopped(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      LOG.debug("The load during the download failed and is repeated", e.getCause());
      return Optional.empty();
    }
  }

  private Loaded load(PartSource parts) {
    try (Quarantine quarantine = Quarantine.empty(folder)) {
      LoadRequest load =
          new LoadRequest(
              ledger.jobId(),
              request.table(),
              TableType.EVENTS,
              mode,
              parts,
              ledger.windows(),
              context.origin(request),
              request.promote(),
              List.of());
      LoadResult result =
          context.loader().load(load, new LoadProgress(listener, quarantine, () -> lines));
      return new Loaded(result, quarantine);
    }
  }

  private static MixpanelDataException stopped(InterruptedException cause) {
    return new MixpanelDataException(
        ErrorCode.INTERRUPTED,
        "The fetch was stopped.",
        "Completed parts are kept. Repeat the fetch to continue.",
        cause);
  }

  /** Stops a load that is still running and frees its file. */
  @Override
  public void close() {
    if (ahead == null || ahead.task.isDone()) {
      return;
    }
    ahead.parts.end(stopped(new InterruptedException()));
    ahead.thread.interrupt();
    boolean interrupted = Thread.interrupted();
    try {
      ahead.thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
