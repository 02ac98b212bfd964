package dev.mixpaneldata.cli.fetch;

import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.OlderProject;
import dev.mixpaneldata.cli.command.WaitNotice;
import dev.mixpaneldata.cli.progress.ProgressLine;
import dev.mixpaneldata.fetch.FetchListener;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.value.DateRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A listener that shows a fetch on standard error: a progress line at a terminal, and notices that
 * people must see.
 */
public final class FetchProgressBar implements FetchListener, AutoCloseable {
  /** The words for what arrives. */
  private record Words(String doing, String pieces) {}

  private static final Words FETCHING = new Words("Fetching", "downloads");
  private static final Words READING = new Words("Reading", "files");

  private final CommandContext context;
  private final ProgressLine line;
  private final Words words;
  private final AtomicInteger finished = new AtomicInteger();
  private final AtomicBoolean isLoading = new AtomicBoolean();
  private volatile int windows;

  private FetchProgressBar(CommandContext context, Words words, boolean unwanted) {
    this.context = context;
    this.words = words;
    this.line = ProgressLine.begin(context, words.doing(), "rows", !unwanted);
  }

  /** Starts to show progress, unless {@code unwanted}, as {@code --no-progress} sets it. */
  public static FetchProgressBar of(CommandContext context, boolean unwanted) {
    return new FetchProgressBar(context, FETCHING, unwanted);
  }

  /** Starts to show how files are read, as {@link #of} does for downloads. */
  static FetchProgressBar ofFiles(CommandContext context, boolean unwanted) {
    return new FetchProgressBar(context, READING, unwanted);
  }

  @Override
  public void planned(int all, int fromEarlierRun) {
    windows = all;
    finished.set(fromEarlierRun);
    if (fromEarlierRun > 0) {
      line.say(
          context,
          "Continuing an interrupted fetch: "
              + fromEarlierRun
              + " of "
              + all
              + " downloads are complete.");
    }
    showWindows();
  }

  @Override
  public void received(long rows, long bytes) {
    line.add(rows);
  }

  @Override
  public void windowFinished(String window) {
    finished.incrementAndGet();
    showWindows();
  }

  private void showWindows() {
    line.task(words.doing() + ", " + finished + " of " + windows + " " + words.pieces() + " done,");
  }

  @Override
  public void windowRetried(String window, String cause, int attempt) {
    line.say(context, "Fetching " + window + " again, attempt " + attempt + ": " + cause + ".");
  }

  @Override
  public void waiting(String reason, Instant until) {
    new WaitNotice(context).of(reason, until).ifPresent(notice -> line.say(context, notice));
  }

  @Override
  public void loading(long rows, long ofRows) {
    if (isLoading.compareAndSet(false, true)) {
      line.task("Loading");
    }
    line.total(ofRows);
    line.done(rows);
  }

  @Override
  public void finished(FetchResult result) {
    line.total(result.rows());
    line.done(result.rows());
    line.task("Loaded");
  }

  @Override
  public void olderProject(ZoneId zone) {
    line.say(context, OlderProject.notice(zone));
  }

  @Override
  public void rangeCut(DateRange asked, DateRange used) {
    line.say(context, "Fetching up to " + used.to() + ", the last day so far.");
  }

  /** Warns about missing data after a successful fetch, and returns the result. */
  FetchResult warned(FetchResult result) {
    result.warnings().forEach(warning -> line.say(context, "Warning: " + warning));
    return result;
  }

  @Override
  public void close() {
    line.close();
  }
}
