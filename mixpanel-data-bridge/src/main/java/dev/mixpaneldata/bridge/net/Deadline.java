package dev.mixpaneldata.bridge.net;

import dev.mixpaneldata.internal.DaemonThreads;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Closes a body that has not ended in time: the JDK's client limits the wait for headers only.
 * Closing the deadline calls it off.
 */
public final class Deadline implements AutoCloseable {
  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("bridge-deadline"));

  private final ScheduledFuture<?> alarm;
  private volatile boolean passed;

  private Deadline(Duration limit, InputStream body) {
    this.alarm =
        CLOCK.schedule(
            () -> {
              passed = true;
              try {
                body.close();
              } catch (IOException alreadyBroken) {
                // The reader sees that it ended.
              }
            },
            limit.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** Closes the body after this time. */
  public static Deadline after(Duration limit, InputStream body) {
    return new Deadline(limit, body);
  }

  /** Reads so many bytes at most; throws {@link Passed} when they do not come in time. */
  public byte[] read(InputStream body, int most) throws IOException {
    try {
      return body.readNBytes(most);
    } catch (IOException e) {
      throw inTime(e);
    }
  }

  /** The failure of a read: {@link Passed} if the body was closed because it was too late. */
  public IOException inTime(IOException failure) {
    return passed ? new Passed() : failure;
  }

  @Override
  public void close() {
    alarm.cancel(false);
  }

  /** A body did not end in time. */
  public static final class Passed extends IOException {
    private static final long serialVersionUID = 1L;

    Passed() {
      super("It did not end in time");
    }
  }
}
