package dev.mixpaneldata.storage.file;

import dev.mixpaneldata.internal.DaemonThreads;
import dev.mixpaneldata.storage.file.IdleEngine.FileState;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Admits the threads of this process to a database file. DuckDB refuses to open a file a second
 * time with other settings than the first. So threads with equal settings enter together, and all
 * others wait their turn, in the order of arrival. After a read the engine is kept for the next one
 * for a moment; all others end it as they enter. Not reentrant; safe for many threads.
 */
final class DatabaseLock {
  private static final ConcurrentMap<Path, DatabaseLock> GATES = new ConcurrentHashMap<>();

  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("mixpanel-data-storage-idle"));

  static {
    // An engine that does not end properly leaves its spill files behind.
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> GATES.values().forEach(DatabaseLock::endIdleEngine)));
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Object> queue = new ArrayDeque<>();
  private @Nullable EngineSettings inside;
  private int count;
  private boolean alone;
  private @Nullable IdleEngine idle;
  private long idleUntil;

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

  /** Keeps the engine of a read that is about to leave. */
  void keepEngine(EngineSettings settings, FileState file, Connection connection) {
    lock.lock();
    try {
      if (idle == null) {
        idle = IdleEngine.of(settings, file, connection);
        CLOCK.schedule(this::endUnlessUsed, IdleEngine.LINGER_MILLIS, TimeUnit.MILLISECONDS);
      }
      idleUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(IdleEngine.LINGER_MILLIS);
    } catch (SQLException e) {
      // Then the next read starts an engine of its own.
    } finally {
      lock.unlock();
    }
  }

  private void endUnlessUsed() {
    lock.lock();
    try {
      long left = idleUntil - System.nanoTime();
      if (idle != null && left > 0) {
        CLOCK.schedule(this::endUnlessUsed, left, TimeUnit.NANOSECONDS);
      } else {
        endIdleEngine();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends the kept engine, if there is one. */
  void endIdleEngine() {
    lock.lock();
    try {
      if (idle != null) {
        idle.close();
        idle = null;
      }
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      count--;
      changed.signalAll();
    } finally {
      lock.unlock();
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
      if (idle != null && (reader == null || !idle.serves(reader.settings(), reader.file()))) {
        endIdleEngine();
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
