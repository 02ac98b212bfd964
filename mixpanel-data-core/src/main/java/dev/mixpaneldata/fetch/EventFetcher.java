package dev.mixpaneldata.fetch;

import dev.mixpaneldata.export.ExportClient;
import dev.mixpaneldata.store.LoadMode;
import dev.mixpaneldata.store.LoadRequest;
import dev.mixpaneldata.store.LoadResult;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fetches events: plan, download and verify every window, load, clean up. What is complete survives
 * the process; the same request goes on from there.
 */
final class EventFetcher {
  private static final String LEDGER = "ledger.jsonl";

  private final FetchContext context;
  private final FetchListener listener;

  EventFetcher(FetchContext context, FetchListener listener) {
    this.context = context;
    this.listener = listener;
  }

  FetchResult fetch(FetchEvents asked, LoadMode loadMode) {
    Instant start = context.now();
    FetchEvents request = cutAtToday(asked);
    Path path = context.jobFolder(request, loadMode == LoadMode.REPLACE_DAYS);
    Optional<TableInfo> table = context.loader().find(request.table());
    Optional<String> unfinished = FetchLedger.read(path.resolve(LEDGER)).map(FetchLedger::jobId);
    TableRules.check(request.table(), table, loadMode, unfinished);
    try (JobFolder folder = JobFolder.open(path)) {
      FetchLedger ledger = openLedger(folder, request);
      List<DateRange> done = usableWindows(ledger, folder);
      listener.planned(ledger.windows().size(), done.size());
      prepareLoad();
      download(request, ledger, folder, done);
      // A run that died after its load was committed left only the cleaning up.
      boolean loaded = table.flatMap(TableInfo::lastJob).filter(ledger.jobId()::equals).isPresent();
      try (Quarantine quarantine =
          loaded ? Quarantine.ofEarlierRun(folder) : Quarantine.empty(folder)) {
        LoadResult load =
            loaded
                ? ofEarlierRun(ledger, quarantine, table)
                : load(request, loadMode, ledger, folder, quarantine);
        FetchResult result = result(request, ledger, done, load, quarantine, start);
        folder.delete();
        return result;
      }
    }
  }

  private FetchEvents cutAtToday(FetchEvents asked) {
    DateRange range = asked.range();
    DateRange used = context.untilToday(range);
    if (!used.equals(range)) {
      listener.rangeCut(range, used);
    }
    return asked.withRange(used);
  }

  private FetchLedger openLedger(JobFolder folder, FetchEvents request) {
    Path file = folder.file(LEDGER);
    return FetchLedger.read(file).orElseGet(() -> FetchLedger.create(file, plan(request)));
  }

  private List<DateRange> plan(FetchEvents request) {
    // With a limit Mixpanel decides which events come, so only one call has the meaning asked for.
    return request.limit().isPresent()
        ? List.of(request.range())
        : WindowPlan.windows(
            request.range(), context.callsLeft(), request.workers(), request.chunkDays());
  }

  private List<DateRange> usableWindows(FetchLedger ledger, JobFolder folder) {
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

  /** Beside the download, which mostly waits. */
  private void prepareLoad() {
    Thread thread = new Thread(context.loader()::prepare, "mixpanel-prepare-load");
    thread.setDaemon(true);
    thread.start();
  }

  private void download(
      FetchEvents request, FetchLedger ledger, JobFolder folder, List<DateRange> done) {
    WindowDownloader downloader =
        new WindowDownloader(new ExportClient(context.http(listener)), folder, listener, context);
    WorkPool.run(
        request.workers(),
        ledger.windows().stream().filter(window -> !done.contains(window)).toList(),
        window -> downloader.download(request, window),
        part -> {
          ledger.finish(part);
          listener.windowFinished(part.window().toString());
        });
  }

  private static LoadResult ofEarlierRun(
      FetchLedger ledger, Quarantine quarantine, Optional<TableInfo> table) {
    long stored = table.map(TableInfo::rowCount).orElse(0L);
    return new LoadResult(lines(ledger) - quarantine.unusable(), 0, 0, stored);
  }

  private LoadResult load(
      FetchEvents request,
      LoadMode mode,
      FetchLedger ledger,
      JobFolder folder,
      Quarantine quarantine) {
    long lines = lines(ledger);
    listener.loading(0, lines);
    List<Path> files = parts(ledger).stream().map(part -> folder.file(part.file())).toList();
    return context
        .loader()
        .load(
            new LoadRequest(
                ledger.jobId(),
                request.table(),
                TableType.EVENTS,
                mode,
                files,
                context.origin(request)),
            new LoadProgress(listener, quarantine, lines));
  }

  private static long lines(FetchLedger ledger) {
    return parts(ledger).stream().mapToLong(FinishedPart::lines).sum();
  }

  private static List<FinishedPart> parts(FetchLedger ledger) {
    List<FinishedPart> parts = new ArrayList<>();
    for (DateRange window : ledger.windows()) {
      parts.add(
          ledger
              .part(window)
              .orElseThrow(() -> new IllegalStateException("no part for " + window)));
    }
    return parts;
  }

  private FetchResult result(
      FetchEvents request,
      FetchLedger ledger,
      List<DateRange> done,
      LoadResult loaded,
      Quarantine quarantine,
      Instant start) {
    List<FinishedPart> parts = parts(ledger);
    Instant end = context.now();
    return new FetchResult(
        request.table(),
        TableType.EVENTS,
        loaded.stored(),
        loaded.received(),
        loaded.duplicatesRemoved(),
        loaded.replaced(),
        quarantine.repaired(),
        quarantine.unusable(),
        new QuarantineShelf(context).keep(request.table(), quarantine),
        parts.stream().mapToLong(FinishedPart::bytes).sum(),
        Optional.of(request.range()),
        parts.stream()
            .map(part -> part.toWindow(quarantine, done.contains(part.window())))
            .toList(),
        FetchContext.seconds(start, end),
        end);
  }
}
