package dev.mixpaneldata.fetch;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.value.DateRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Downloads windows side by side. A window that fails does not keep the others from finishing. */
final class WindowPool {
  /** Failures that every other window would meet as well. */
  private static final Set<ErrorCode> POINTLESS_TO_GO_ON =
      Set.of(
          ErrorCode.AUTH_FAILED,
          ErrorCode.CREDENTIALS_MISSING,
          ErrorCode.PERMISSION_DENIED,
          ErrorCode.PLAN_LIMIT,
          ErrorCode.WRONG_REGION,
          ErrorCode.INVALID_ARGUMENT,
          ErrorCode.QUERY_FAILED,
          ErrorCode.NOT_FOUND,
          ErrorCode.RATE_LIMITED,
          ErrorCode.DISK_FULL,
          ErrorCode.STORAGE_FAILED,
          ErrorCode.INTERRUPTED);

  private final FetchContext context;
  private final FetchListener listener;
  private final JobFolder folder;

  WindowPool(FetchContext context, FetchListener listener, JobFolder folder) {
    this.context = context;
    this.listener = listener;
    this.folder = folder;
  }

  /** Brings all windows to disk that are not {@code done}, and into the ledger. */
  void download(FetchEvents request, FetchLedger ledger, List<DateRange> done) {
    List<DateRange> missing =
        ledger.windows().stream().filter(window -> !done.contains(window)).toList();
    if (missing.isEmpty()) {
      return;
    }
    WindowDownloader downloader =
        new WindowDownloader(
            context.exportClient(), folder, listener, context.clock(), context.sleeper());
    ExecutorService workers =
        Executors.newFixedThreadPool(Math.min(request.workers(), missing.size()));
    try {
      ExecutorCompletionService<FinishedPart> windows = new ExecutorCompletionService<>(workers);
      List<Future<FinishedPart>> futures = new ArrayList<>();
      for (DateRange window : missing) {
        futures.add(windows.submit(() -> downloader.download(request, window)));
      }
      collect(windows, missing.size(), ledger);
    } finally {
      workers.shutdownNow();
    }
  }

  private void collect(
      ExecutorCompletionService<FinishedPart> windows, int count, FetchLedger ledger) {
    List<MixpanelDataException> failures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      try {
        FinishedPart part = windows.take().get();
        ledger.finish(part);
        listener.windowFinished(part.window().toString());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new MixpanelDataException(
            ErrorCode.INTERRUPTED,
            "The fetch was stopped.",
            "What is complete is kept: run the same command again to go on.");
      } catch (ExecutionException e) {
        MixpanelDataException failure = known(e.getCause());
        if (POINTLESS_TO_GO_ON.contains(failure.code())) {
          throw failure;
        }
        failures.add(failure);
      }
    }
    throwAny(failures);
  }

  private static MixpanelDataException known(Throwable cause) {
    if (cause instanceof MixpanelDataException failure) {
      return failure;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    throw new IllegalStateException("A window failed in an unexpected way", cause);
  }

  private static void throwAny(List<MixpanelDataException> failures) {
    if (failures.isEmpty()) {
      return;
    }
    MixpanelDataException first = failures.get(0);
    if (failures.size() == 1) {
      throw first;
    }
    StringBuilder message = new StringBuilder(failures.size() + " windows failed:");
    failures.forEach(failure -> message.append("\n  ").append(failure.getMessage()));
    MixpanelDataException all =
        new MixpanelDataException(
            first.code(), message.toString(), first.hint().orElse(null), first);
    failures.stream().skip(1).forEach(all::addSuppressed);
    throw all;
  }
}
