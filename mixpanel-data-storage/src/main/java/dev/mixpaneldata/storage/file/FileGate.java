package dev.mixpaneldata.storage.file;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets the threads of this process into a database file. DuckDB refuses to open a file a second
 * time with other settings than the first, so those with equal settings enter together and all
 * others wait their turn, in the order of arrival. Not reentrant; safe for many threads.
 */
final class FileGate {
  private static final ConcurrentMap<Path, FileGate> GATES = new ConcurrentHashMap<>();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Object> queue = new ArrayDeque<>();
  private @Nullable EngineSettings inside;
  private int count;
  private boolean alone;

  /** The gate of a file, the same for every caller in this process. */
  static FileGate of(Path realPath) {
    return GATES.computeIfAbsent(realPath, path -> new FileGate());
  }

  /** Enters together with others of equal settings. False where the time ran out. */
  boolean enterShared(EngineSettings settings, Duration wait) throws InterruptedException {
    return enter(settings, false, wait);
  }

  /** Enters when nobody is inside, and keeps all others out. False where the time ran out. */
  boolean enterAlone(Duration wait) throws InterruptedException {
    return enter(null, true, wait);
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

  private boolean enter(@Nullable EngineSettings settings, boolean wantsAlone, Duration wait)
      throws InterruptedException {
    Object ticket = new Object();
    long nanosLeft = wait.toNanos();
    lock.lockInterruptibly();
    try {
      queue.addLast(ticket);
      while (queue.peekFirst() != ticket || !admits(settings, wantsAlone)) {
        if (nanosLeft <= 0) {
          return false;
        }
        nanosLeft = changed.awaitNanos(nanosLeft);
      }
      count++;
      alone = wantsAlone;
      inside = settings;
      return true;
    } finally {
      queue.remove(ticket);
      changed.signalAll();
      lock.unlock();
    }
  }

  private boolean admits(@Nullable EngineSettings settings, boolean wantsAlone) {
    return count == 0 || (!alone && !wantsAlone && Objects.equals(inside, settings));
  }
}
