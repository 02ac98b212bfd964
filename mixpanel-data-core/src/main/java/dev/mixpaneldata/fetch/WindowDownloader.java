package dev.mixpaneldata.fetch;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.error.UnreachableException;
import dev.mixpaneldata.export.ExportQuery;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.JobFolder;
import dev.mixpaneldata.internal.Reason;
import dev.mixpaneldata.internal.export.ExportBody;
import dev.mixpaneldata.quota.Wait;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Downloads one window to disk, and requests all of it again after an incomplete answer. */
final class WindowDownloader {
  /** The attempts for a window before it is given up. */
  static final int MAX_ATTEMPTS = 4;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private final MixpanelHttp http;
  private final JobFolder folder;
  private final FetchListener listener;
  private final FetchContext context;

  WindowDownloader(
      MixpanelHttp http, JobFolder folder, FetchListener listener, FetchContext context) {
    this.http = http;
    this.folder = folder;
    this.listener = listener;
    this.context = context;
  }

  FinishedPart download(FetchEvents request, DateRange window) {
    ExportQuery query = request.query().with(q -> q.range(window));
    for (int attempt = 1; ; attempt++) {
      ReceivedSoFar sofar = new ReceivedSoFar(listener);
      try {
        return receive(query, sofar);
      } catch (MixpanelDataException e) {
        sofar.takeBack();
        // The client has already repeated calls that Mixpanel failed to answer, and every connect.
        boolean mayPass = concernsWindow(e) && e.code() != ErrorCode.SERVER_ERROR;
        if (!mayPass || attempt == MAX_ATTEMPTS) {
          throw named(window, e, attempt);
        }
        listener.windowRetried(window.toString(), Reason.of(e), attempt + 1);
        pause(window, attempt);
      }
    }
  }

  /**
   * Returns whether the failure concerns this window alone. An unreachable server concerns all
   * windows.
   */
  private static boolean concernsWindow(MixpanelDataException failure) {
    return failure.code().isRetriable() && !(failure instanceof UnreachableException);
  }

  private void pause(DateRange window, int attempt) {
    Instant until = context.now().plus(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
    String message = "The window " + window + " is requested again.";
    context.pacer().pause(new Wait(Wait.Reason.RETRY, until, message), context.waits());
  }

  private FinishedPart receive(ExportQuery query, PartReceiver.Meter meter) {
    DateRange window = query.range();
    String name = "part-" + window.from() + "_" + window.to() + ".jsonl.gz";
    try (ExportBody body = ExportBody.open(http, query.call())) {
      PartReceiver.Contents contents =
          new PartReceiver(meter).receive(body.stream(), body.gzip(), folder.file(name));
      return new FinishedPart(
          window.from(), window.to(), name, contents.lines(), contents.bytes(), context.now());
    } catch (IOException e) {
      throw Thread.currentThread().isInterrupted()
          ? FetchErrors.stopped(e)
          : new CutShortException(Reason.of(e), e);
    }
  }

  /** Returns the failure with its window named, unless it would concern other windows, too. */
  private static MixpanelDataException named(
      DateRange window, MixpanelDataException failure, int attempts) {
    if (!concernsWindow(failure)) {
      return failure;
    }
    String how =
        failure instanceof CutShortException
            ? "could not be received completely"
            : "could not be fetched";
    return MixpanelDataException.of(
        failure.code(),
        "The window %s %s%s: %s"
            .formatted(
                window,
                how,
                attempts == 1 ? "" : " in " + attempts + " attempts",
                sentence(String.valueOf(failure.getMessage()))),
        Hint.of("Complete windows are kept. Repeat the fetch to get only what is missing.")
            .and(
                Hint.of(
                    "If it fails again, set {} to 1 for shorter windows.", Reference.CHUNK_DAYS)),
        failure);
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  /**
   * The counts of one attempt, so that a failed one can be subtracted from the listener's counts.
   */
  private static final class ReceivedSoFar implements PartReceiver.Meter {
    private final FetchListener listener;
    private long rows;
    private long bytes;

    ReceivedSoFar(FetchListener listener) {
      this.listener = listener;
    }

    @Override
    public void received(long moreRows, long moreBytes) {
      rows += moreRows;
      bytes += moreBytes;
      listener.received(moreRows, moreBytes);
    }

    void takeBack() {
      listener.received(-rows, -bytes);
    }
  }
}
