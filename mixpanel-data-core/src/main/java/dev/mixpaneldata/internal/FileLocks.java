package dev.mixpaneldata.internal;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Locks of files that other processes hold for a moment. */
public final class FileLocks {
  private FileLocks() {}

  /**
   * Returns the lock of a whole file, or empty if others hold it for longer than {@code longest}.
   *
   * @param pause the time between two attempts
   * @throws ClosedByInterruptException if the thread is interrupted
   */
  public static Optional<FileLock> acquire(FileChannel channel, Duration longest, Duration pause)
      throws IOException {
    long start = System.nanoTime();
    while (true) {
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return Optional.of(lock);
        }
      } catch (OverlappingFileLockException heldByAnotherClassLoader) {
        // Another holder in this process counts like another process.
      }
      if (System.nanoTime() - start > longest.toNanos()) {
        return Optional.empty();
      }
      LockSupport.parkNanos(pause.toNanos());
      if (Thread.currentThread().isInterrupted()) {
        throw new ClosedByInterruptException();
      }
    }
  }
}
