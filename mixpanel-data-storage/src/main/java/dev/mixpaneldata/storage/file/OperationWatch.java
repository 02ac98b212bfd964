package dev.mixpaneldata.storage.file;

import dev.mixpaneldata.internal.DaemonThreads;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends the work of a thread in the engine when the thread is interrupted or its time is up; the
 * engine itself knows neither.
 *
 * <p>It does so by closing what the thread works with from another thread: the connection, which
 * ends everything that runs on it, or the process that does the work. {@code Statement.cancel}
 * would reach one statement only, and {@code setQueryTimeout} counts whole seconds. The thread at
 * work then sees an error whose text depends on where it was; {@link #reason()} returns the cause.
 */
public final class OperationWatch implements AutoCloseable {
  /** The reason why work was ended. */
  public enum Reason {
    INTERRUPTED,
    OUT_OF_TIME
  }

  private static final long LOOK_EVERY_MILLIS = 20;

  private static final ScheduledExecutorService WATCHER =
      Executors.newSingleThreadScheduledExecutor(
          DaemonThreads.named("mixpanel-data-storage-watch"));

  // Closing waits for the engine to let go; one slow statement must not delay the other watches.
  private static final ExecutorService CLOSER =
      Executors.newCachedThreadPool(DaemonThreads.named("mixpanel-data-storage-close"));

  private final Thread worker = Thread.currentThread();
  private final AutoCloseable work;
  private final long deadlineNanos;
  private final boolean hasDeadline;
  private final ScheduledFuture<?> looking;
  private volatile @Nullable Reason reason;

  private OperationWatch(AutoCloseable work, @Nullable Duration time) {
    this.work = work;
    this.hasDeadline = time != null;
    this.deadlineNanos = System.nanoTime() + (time == null ? 0 : time.toNanos());
    this.looking =
        WATCHER.scheduleWithFixedDelay(
            this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Watches the calling thread, which may take {@code time}, or forever if that is null. */
  public static OperationWatch over(AutoCloseable work, @Nullable Duration time) {
    return new OperationWatch(work, time);
  }

  /** Returns the reason why the work was ended; empty if it was not. */
  public Optional<Reason> reason() {
    return Optional.ofNullable(reason);
  }

  @Override
  public void close() {
    looking.cancel(false);
  }

  private void look() {
    if (worker.isInterrupted()) {
      end(Reason.INTERRUPTED);
    } else if (hasDeadline && System.nanoTime() - deadlineNanos >= 0) {
      end(Reason.OUT_OF_TIME);
    }
  }

  private void end(Reason why) {
    reason = why;
    looking.cancel(false);
    CLOSER.execute(
        () -> {
          try {
            work.close();
          } catch (Exception e) {
            // The worker closes it once more and reports the failure.
          }
        });
  }
}
