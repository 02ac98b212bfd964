package dev.mixpaneldata.fetch;

import dev.mixpaneldata.internal.JobFolder;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.LoadMode;
import dev.mixpaneldata.store.spi.LoadResult;
import dev.mixpaneldata.store.spi.PartSource;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fetches events: plan, download and verify every window, load, clean up. Complete windows survive
 * the process; the same request continues with them.
 */
final class EventFetcher {
  private static final String LEDGER = "ledger.jsonl";

  private final FetchContext context;
  private final FetchListener listener;

  EventFetcher(FetchContext context, FetchListener listener) {
    this.context = context;
    this.listener = listener;
  }

  FetchResult fetch(FetchEvents asked, LoadMode mode) {
    Instant start = context.now();
    FetchEvents request = cutAtToday(asked);
    Path path = context.jobFolder(request, mode == LoadMode.REPLACE_DAYS);
    Optional<TableInfo> table = context.loader().find(request.table());
    Optional<String> unfinished = earlierRun(path, table).map(FetchLedger::jobId);
    TableRules.check(request.table(), TableType.EVENTS, table, mode, unfinished);
    prepareLoad();
    try (JobFolder folder = JobFolder.open(FetchErrors.JOB, context.dataDirectory(), path)) {
      FetchLedger ledger =
          earlierRun(path, table)
              .orElseGet(() -> FetchLedger.create(path.resolve(LEDGER), plan(request)));
      List<DateRange> done = usableWindows(ledger, path);
      listener.planned(ledger.windows().size(), done.size());
      EventLoad.Loaded loaded =
          isLoaded(ledger, table)
              ? loadedByEarlierRun(ledger, folder, table)
              : downloadAndLoad(request, mode, ledger, folder, done);
      FetchResult result = result(request, ledger, done, loaded, start);
      folder.delete();
      listener.finished(result);
      return result;
    }
  }

  /**
   * Returns the run to continue. A run whose load was committed is continued only while its parts
   * still answer the request: all that is left is to clean up.
   */
  private Optional<FetchLedger> earlierRun(Path folder, Optional<TableInfo> table) {
    Instant now = context.now();
    return FetchLedger.read(folder.resolve(LEDGER))
        .filter(
            ledger ->
                !isLoaded(ledger, table)
                    || ledger.finishedParts().stream().allMatch(part -> part.usableAt(now)));
  }

  private static boolean isLoaded(FetchLedger ledger, Optional<TableInfo> table) {
    return table.flatMap(TableInfo::lastJob).filter(ledger.jobId()::equals).isPresent();
  }

  private FetchEvents cutAtToday(FetchEvents asked) {
    DateRange range = asked.range();
    DateRange used = context.untilToday(range);
    if (!used.equals(range)) {
      listener.rangeCut(range, used);
    }
    return asked.with(f -> f.query(asked.query().with(q -> q.range(used))));
  }

  private List<DateRange> plan(FetchEvents request) {
    // With a limit, Mixpanel chooses the events, so that only a single call has the requested
    // meaning.
    return request.query().limit().isPresent()
        ? List.of(request.range())
        : WindowPlan.windows(
            request.range(), context.callsLeft(), request.workers(), request.chunkDays());
  }

  private List<DateRange> usableWindows(FetchLedger ledger, Path folder) {
    Instant now = context.now();
    return ledger.windows().stream()
        .filter(
            window ->
                ledger
                    .part(window)
                    .filter(part -> part.usableAt(now) && part.isWhole(folder))
                    .isPresent())
        .toList();
  }

  /** Prepares the load during the download, which mostly waits. */
  private void prepareLoad() {
    Thread thread = new Thread(context.loader()::prepare, "mixpanel-prepare-load");
    thread.setDaemon(true);
    thread.start();
  }

  private EventLoad.Loaded downloadAndLoad(
      FetchEvents request,
      LoadMode mode,
      FetchLedger ledger,
      JobFolder folder,
      List<DateRange> done) {
    try (EventLoad load = new EventLoad(context, listener, request, mode, ledger, folder)) {
      done.forEach(window -> ledger.part(window).ifPresent(load::wasThere));
      WindowDownloader downloader =
          new WindowDownloader(context.http(listener), folder, listener, context);
      WorkPool.run(
          request.workers(),
          inOrderOfNeed(ledger.windows()).filter(window -> !done.contains(window)).toList(),
          window -> downloader.download(request, window),
          part -> {
            ledger.finish(part);
            listener.windowFinished(part.window().toString());
            load.arrived(part);
          });
      return load.finish();
    }
  }

  /**
   * Returns the windows in the order of need: those that determine a table's columns come first, as
   * the load begins with them.
   */
  private static Stream<DateRange> inOrderOfNeed(List<DateRange> windows) {
    Stream<DateRange> sample =
        PartSource.sample(windows.size()).stream().map(number -> windows.get(number));
    return Stream.concat(sample, windows.stream()).distinct();
  }

  private static EventLoad.Loaded loadedByEarlierRun(
      FetchLedger ledger, JobFolder folder, Optional<TableInfo> table) {
    try (Quarantine quarantine = Quarantine.ofEarlierRun(folder)) {
      long lines = ledger.finishedParts().stream().mapToLong(FinishedPart::lines).sum();
      long stored = table.map(TableInfo::rowCount).orElse(0L);
      return new EventLoad.Loaded(
          new LoadResult(lines - quarantine.unusable(), 0, 0, stored), quarantine);
    }
  }

  private FetchResult result(
      FetchEvents request,
      FetchLedger ledger,
      List<DateRange> done,
      EventLoad.Loaded loaded,
      Instant start) {
    List<FinishedPart> parts = ledger.finishedParts();
    LoadResult load = loaded.result();
    Quarantine quarantine = loaded.quarantine();
    Instant end = context.now();
    return new FetchResult(
        context.loader().place(request.table()),
        TableType.EVENTS,
        load.stored(),
        load.received(),
        load.duplicatesRemoved(),
        load.replaced(),
        quarantine.repaired(),
        quarantine.unusable(),
        QuarantineStore.of(context).keep(request.table(), quarantine),
        parts.stream().mapToLong(FinishedPart::bytes).sum(),
        Optional.of(request.range()),
        parts.stream()
            .map(part -> part.toWindow(quarantine, done.contains(part.window())))
            .toList(),
        Optional.empty(),
        Warnings.of(quarantine.leftOut(), Optional.empty(), 0),
        FetchContext.seconds(start, end),
        end);
  }
}
