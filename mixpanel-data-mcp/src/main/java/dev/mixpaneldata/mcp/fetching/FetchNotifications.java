package dev.mixpaneldata.mcp.fetching;

import dev.mixpaneldata.fetch.FetchListener;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.mcp.client.Client;
import dev.mixpaneldata.mcp.client.CurrentClient;
import dev.mixpaneldata.value.DateRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalDouble;

/**
 * Notifications that report the progress of a fetch to a client. The unit is a download, and
 * loading counts as one more; the bytes that have arrived of a download move the number towards the
 * next. Thread-safe.
 */
public final class FetchNotifications implements FetchListener {
  /** Short enough to show movement, and long enough not to fill the connection. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** The number of downloads above which a warning is sent. */
  private static final int MANY = 20;

  private final Client client;
  private final long start = System.nanoTime();
  private int windows = 1;
  private int finished;
  private long rows;
  private long bytes;
  private long rowsAtLastWindow;
  private long told;
  private boolean loading;

  /** Creates notifications for a client about one fetch. */
  public FetchNotifications(Client client) {
    this.client = client;
  }

  @Override
  public synchronized void planned(int all, int fromEarlierRun) {
    windows = Math.max(1, all);
    finished = fromEarlierRun;
    if (fromEarlierRun > 0) {
      client.log(
          "Continuing an interrupted fetch: "
              + fromEarlierRun
              + " of "
              + all
              + " downloads are complete.");
    } else if (all > MANY) {
      client.log(
          "This fetch takes "
              + all
              + " downloads, several at a time. It can be stopped, and continues when"
              + " called again.");
    }
    tell(true);
  }

  @Override
  public synchronized void received(long moreRows, long moreBytes) {
    rows += moreRows;
    bytes += moreBytes;
    tell(false);
  }

  @Override
  public synchronized void windowFinished(String window) {
    finished++;
    rowsAtLastWindow = rows;
    tell(true);
  }

  @Override
  public synchronized void windowRetried(String window, String cause, int attempt) {
    client.log("Fetching " + window + " again, attempt " + attempt + ": " + cause + ".");
  }

  @Override
  public synchronized void waiting(String reason, Instant until) {
    client.log(reason + " It continues at " + until + ".");
  }

  @Override
  public synchronized void olderProject(ZoneId zone) {
    client.log(CurrentClient.olderProjectNotice(zone));
  }

  @Override
  public synchronized void rangeCut(DateRange asked, DateRange used) {
    client.log("Fetching up to " + used.to() + ", the last day so far.");
  }

  @Override
  public synchronized void loading(long loaded, long ofRows) {
    if (due(!loading)) {
      loading = true;
      double share = ofRows == 0 ? 0 : Math.min(1, (double) loaded / ofRows);
      client.progress(windows + share, total(), "Loading: " + loaded + " of " + ofRows + " rows");
    }
  }

  @Override
  public synchronized void finished(FetchResult result) {
    loading = true;
    client.progress(windows + 1.0, total(), "Stored: " + result.rows() + " rows");
  }

  private void tell(boolean always) {
    if (loading || !due(always)) {
      return;
    }
    // Rises with every row and never reaches the next download before that is finished.
    double underWay = 1 - 1 / (1 + Math.max(0, rows - rowsAtLastWindow) / 50_000.0);
    client.progress(
        Math.min(windows, finished + 0.99 * underWay),
        total(),
        "%d of %d downloads, %,d rows, %.1f MB%s"
            .formatted(finished, windows, rows, bytes / 1e6, estimate()));
  }

  private String estimate() {
    double seconds = (System.nanoTime() - start) / 1e9;
    if (finished == 0 || finished >= windows || seconds < 2) {
      return "";
    }
    return ", about %.0f s left".formatted(seconds / finished * (windows - finished));
  }

  private OptionalDouble total() {
    return OptionalDouble.of(windows + 1.0);
  }

  private boolean due(boolean always) {
    long now = System.nanoTime();
    if (!always && now - told < PAUSE.toNanos()) {
      return false;
    }
    told = now;
    return true;
  }
}
