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
 * Loads the windows of a fetch. It begins beside the download when no more of them are left than
 * are fetched at a time, if they have come quickly so far: nobody shall wait for the database file
 * because of the hour's limit or a slow server. A load that has to wait too long for a part, or
 * fails in any way while parts arrive, is taken back and done again when all are there.
 */
final class EventLoad implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventLoad.class);

  /** How long others may wait for the file because a part is on its way. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** What a load gave: its counts, and the lines that it set aside. */
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

  /** A part that an earlier run has left. */
  void wasThere(FinishedPart part) {
    arrived.put(number(part), folder.file(part.file()));
  }

  /** A part is whole, safe on disk and in the ledger. */
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

  /** Everything has arrived: gives the load's result, or loads now. */
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
      LOG.debug("The load beside the download failed and is repeated", e.getCause());
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
              context.origin(request));
      LoadResult result =
          context.loader().load(load, new LoadProgress(listener, quarantine, () -> lines));
      return new Loaded(result, quarantine);
    }
  }

  private static MixpanelDataException stopped(InterruptedException cause) {
    return new MixpanelDataException(
        ErrorCode.INTERRUPTED,
        "The fetch was stopped.",
        "What is complete is kept. Repeat the fetch to continue.",
        cause);
  }

  /** Ends a load that is still at work; its file is free afterwards. */
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
