package dev.mixpaneldata.fetch;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.export.ExportBody;
import dev.mixpaneldata.export.ExportClient;
import dev.mixpaneldata.export.ExportQuery;
import dev.mixpaneldata.quota.Wait;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Brings one window to disk, asking again for the whole of it when an answer was not whole. */
final class WindowDownloader {
  /** How often a window is asked for before it is given up. */
  static final int MAX_ATTEMPTS = 4;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  /** Failures of one answer's body; failures before it were retried where that helps. */
  private static final Set<ErrorCode> WORTH_ANOTHER_TRY =
      Set.of(
          ErrorCode.EXPORT_INCOMPLETE,
          ErrorCode.NETWORK_ERROR,
          ErrorCode.TIMEOUT,
          ErrorCode.BAD_RESPONSE);

  /** Failures that another window need not meet. */
  private static final Set<ErrorCode> OF_A_WINDOW =
      Set.of(
          ErrorCode.EXPORT_INCOMPLETE,
          ErrorCode.NETWORK_ERROR,
          ErrorCode.TIMEOUT,
          ErrorCode.BAD_RESPONSE,
          ErrorCode.SERVER_ERROR);

  private final ExportClient client;
  private final JobFolder folder;
  private final FetchListener listener;
  private final FetchContext context;

  WindowDownloader(
      ExportClient client, JobFolder folder, FetchListener listener, FetchContext context) {
    this.client = client;
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
        if (!WORTH_ANOTHER_TRY.contains(e.code()) || attempt == MAX_ATTEMPTS) {
          throw named(window, e, attempt);
        }
        listener.windowRetried(window.toString(), String.valueOf(e.getMessage()), attempt + 1);
        pause(window, attempt);
      }
    }
  }

  private void pause(DateRange window, int attempt) {
    Instant until = context.now().plus(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
    String message = "The window " + window + " is asked for again.";
    context.pacer().pause(new Wait(Wait.Reason.RETRY, until, message), context.waits());
  }

  private FinishedPart receive(ExportQuery query, PartReceiver.Meter meter) {
    DateRange window = query.range();
    String name = "part-" + window.from() + "_" + window.to() + ".jsonl.gz";
    try (ExportBody body = client.open(query)) {
      PartReceiver.Contents contents =
          new PartReceiver(meter).receive(body.stream(), body.gzip(), folder.file(name));
      return new FinishedPart(
          window.from(), window.to(), name, contents.lines(), contents.bytes(), context.now());
    } catch (IOException e) {
      throw new CutShortException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The failure with its window named, unless it is none of the window's own. */
  private static MixpanelDataException named(
      DateRange window, MixpanelDataException failure, int attempts) {
    if (!OF_A_WINDOW.contains(failure.code())) {
      return failure;
    }
    String how =
        failure instanceof CutShortException
            ? "could not be received whole"
            : "could not be fetched";
    return new MixpanelDataException(
        failure.code(),
        "The window %s %s%s: %s"
            .formatted(
                window,
                how,
                attempts == 1 ? "" : " in " + attempts + " attempts",
                sentence(String.valueOf(failure.getMessage()))),
        "Windows that are complete are kept: run the same command again to fetch only what is"
            + " missing. If it fails again, try shorter windows with --chunk-days 1.",
        failure);
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  /** Counts one attempt, so that a failed one can be taken back from what the listener heard. */
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
