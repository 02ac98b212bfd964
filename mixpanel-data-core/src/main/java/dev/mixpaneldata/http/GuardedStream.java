package dev.mixpaneldata.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A body that cannot stall for ever. The JDK's timeout ends with the headers, so a watchdog looks
 * at reads that wait, and closes the stream under one that waits too long. Time in which nobody
 * reads does not count.
 */
final class GuardedStream extends FilterInputStream {
  private static final ScheduledThreadPoolExecutor WATCHDOG = createWatchdog();

  private final Sent sent;
  private final NetworkErrors errors;
  private final long idleNanos;
  private final ScheduledFuture<?> watch;
  private volatile boolean waiting;
  private volatile long waitingSince;
  private volatile boolean stalled;

  GuardedStream(InputStream in, Sent sent, NetworkErrors errors) {
    super(in);
    this.sent = sent;
    this.errors = errors;
    Duration idle = sent.call().idleTimeout();
    this.idleNanos = idle.toNanos();
    long period = Math.max(TimeUnit.MILLISECONDS.toNanos(5), idleNanos / 8);
    this.watch = WATCHDOG.scheduleAtFixedRate(this::look, period, period, TimeUnit.NANOSECONDS);
  }

  private static ScheduledThreadPoolExecutor createWatchdog() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "mixpanel-stall-watchdog");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }

  private void look() {
    if (waiting && System.nanoTime() - waitingSince > idleNanos) {
      stalled = true;
      watch.cancel(false);
      try {
        in.close();
      } catch (IOException alreadyBroken) {
        // The reader wakes up all the same and reports the stall.
      }
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int count = read(one, 0, 1);
    return count < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    waitingSince = System.nanoTime();
    waiting = true;
    int count;
    try {
      count = in.read(bytes, offset, length);
    } catch (IOException e) {
      throw stalled ? errors.stalled(sent) : errors.broken(sent, e);
    } finally {
      waiting = false;
    }
    if (stalled) {
      throw errors.stalled(sent);
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    watch.cancel(false);
    super.close();
  }
}
