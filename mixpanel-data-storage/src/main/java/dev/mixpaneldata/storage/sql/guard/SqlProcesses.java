package dev.mixpaneldata.storage.sql.guard;

import dev.mixpaneldata.internal.DaemonThreads;
import dev.mixpaneldata.store.SqlLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The processes that run SQL: only a few at a time, which bounds the memory of all callers
 * together. One is kept for the next statement, since starting one takes a third of a second.
 */
final class SqlProcesses {
  /** The number of statements that run at a time; others wait, in the order of arrival. */
  static final int MOST = Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));

  private static final long KEPT_SECONDS = 300;

  private static final Semaphore PLACES = new Semaphore(MOST, true);
  private static final Set<SqlProcess> ALL = ConcurrentHashMap.newKeySet();
  private static final AtomicReference<@Nullable SqlProcess> KEPT = new AtomicReference<>();

  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("mixpanel-data-sql-idle"));

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ALL.forEach(SqlProcess::close)));
  }

  private SqlProcesses() {}

  /** Waits for a place. Returns false if the time ran out. */
  static boolean enter(Duration wait) throws InterruptedException {
    return PLACES.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Gives the place to the next caller. */
  static void leave() {
    PLACES.release();
  }

  /** Returns the kept process, or a new one. */
  static SqlProcess take(SqlLimits limits) throws IOException {
    SqlProcess kept = KEPT.getAndSet(null);
    if (kept != null) {
      if (kept.isFit() && kept.limits().equals(limits)) {
        return kept;
      }
      end(kept);
    }
    SqlProcess started = SqlLauncher.start(limits);
    ALL.add(started);
    return started;
  }

  /** Takes back a process that has answered. */
  static void giveBack(SqlProcess process) {
    if (!process.isFit() || !KEPT.compareAndSet(null, process)) {
      end(process);
      return;
    }
    CLOCK.schedule(() -> endIfKept(process), KEPT_SECONDS, TimeUnit.SECONDS);
  }

  /** Ends a process, even in the middle of a statement. */
  static void end(SqlProcess process) {
    process.close();
    ALL.remove(process);
  }

  private static void endIfKept(SqlProcess process) {
    if (KEPT.compareAndSet(process, null)) {
      end(process);
    }
  }
}
