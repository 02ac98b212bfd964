package dev.mixpaneldata.storage.file;

import dev.mixpaneldata.internal.DaemonThreads;
import dev.mixpaneldata.storage.file.ReadEngine.FileState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Admits the threads of this process to a database file. DuckDB refuses to open a file a second
 * time with other settings than the first. So threads with equal settings enter together, and all
 * others wait their turn, in the order of arrival. After a read the engine is kept for the next
 * one; all others end it as they enter. Not reentrant; safe for many threads.
 */
final class DatabaseLock {
  private static final ConcurrentMap<Path, DatabaseLock> GATES = new ConcurrentHashMap<>();

  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("mixpanel-data-storage-idle"));

  static {
    // An engine that does not end properly leaves its spill files behind.
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> GATES.values().forEach(DatabaseLock::endEngine)));
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Object> queue = new ArrayDeque<>();
  private @Nullable EngineSettings inside;
  private int count;
  private boolean alone;
  private @Nullable ReadEngine engine;
  private boolean isSpent;
  private long lastUse;
  private @Nullable ScheduledFuture<?> resting;

  /** Returns the lock of a file, the same for every caller in this process. */
  static DatabaseLock of(Path realPath) {
    return GATES.computeIfAbsent(realPath, path -> new DatabaseLock());
  }

  /** Enters together with others of equal settings. Returns false if the time ran out. */
  boolean enterShared(EngineSettings settings, FileState file, Duration wait)
      throws InterruptedException {
    return enter(new Reader(settings, file), wait);
  }

  /** Enters when nobody is inside, and keeps all others out. Returns false if the time ran out. */
  boolean enterAlone(Duration wait) throws InterruptedException {
    return enter(null, wait);
  }

  /** Returns a connection to the file for a read that has entered. */
  Connection connect(EngineSettings settings, FileState file) throws SQLException {
    lock.lock();
    try {
      if (engine == null) {
        engine = ReadEngine.start(settings);
      }
      return engine.connect(file);
    } finally {
      lock.unlock();
    }
  }

  /** Leaves. An engine in which work has failed is not used again. */
  void leave(boolean failed) {
    lock.lock();
    try {
      count--;
      isSpent |= failed;
      lastUse = System.nanoTime();
      if (count == 0 && isSpent) {
        close();
      } else if (count == 0 && engine != null) {
        restIn(ReadEngine.LINGER_NANOS);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Rests after this time, in place of the rest that the read before wanted. */
  private void restIn(long nanos) {
    if (resting != null) {
      resting.cancel(false);
    }
    resting = CLOCK.schedule(this::rest, nanos, TimeUnit.NANOSECONDS);
  }

  /** Lets the file go, and later the engine, once nobody has read for a while. */
  private void rest() {
    lock.lock();
    try {
      long idle = System.nanoTime() - lastUse;
      if (engine == null || count > 0 || idle < ReadEngine.LINGER_NANOS) {
        // Whoever is inside, or has left since, sees to it.
        return;
      }
      if (idle < ReadEngine.KEEP_NANOS) {
        detach();
        restIn(ReadEngine.KEEP_NANOS - idle);
      } else {
        close();
      }
    } finally {
      lock.unlock();
    }
  }

  private void detach() {
    try {
      if (engine != null) {
        engine.detach();
      }
    } catch (SQLException e) {
      close();
    }
  }

  /** Ends the engine as soon as nobody reads. */
  void endEngine() {
    lock.lock();
    try {
      if (count == 0) {
        close();
      } else {
        isSpent = true;
      }
    } finally {
      lock.unlock();
    }
  }

  private void close() {
    isSpent = false;
    if (engine != null) {
      engine.close();
      engine = null;
    }
  }

  /** A read, which enters together with others of equal settings. */
  private record Reader(EngineSettings settings, FileState file) {}

  /** Enters; null means alone. */
  private boolean enter(@Nullable Reader reader, Duration wait) throws InterruptedException {
    Object ticket = new Object();
    long nanosLeft = wait.toNanos();
    lock.lockInterruptibly();
    try {
      queue.addLast(ticket);
      while (queue.peekFirst() != ticket || !admits(reader)) {
        if (nanosLeft <= 0) {
          return false;
        }
        nanosLeft = changed.awaitNanos(nanosLeft);
      }
      if (count == 0 && engine != null) {
        if (reader == null || !engine.has(reader.settings())) {
          close();
        } else if (engine.isOutdated(reader.file())) {
          detach();
        }
      }
      count++;
      alone = reader == null;
      inside = reader == null ? null : reader.settings();
      return true;
    } finally {
      queue.remove(ticket);
      changed.signalAll();
      lock.unlock();
    }
  }

  private boolean admits(@Nullable Reader reader) {
    return count == 0 || (!alone && reader != null && reader.settings().equals(inside));
  }
}
