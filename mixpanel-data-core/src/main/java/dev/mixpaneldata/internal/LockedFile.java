package dev.mixpaneldata.internal;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A private file that one holder of the machine has at a time: one thread of one process. The
 * operating system frees it when the process dies.
 */
public final class LockedFile implements AutoCloseable {
  /**
   * The files that this process holds. Closing any channel of a file drops the lock of the whole
   * process, so none of these is opened a second time.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private LockedFile(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Opens a file, and creates it if it is missing; empty if another holder has it. */
  public static Optional<LockedFile> tryOpen(Path file) throws IOException {
    Path real = real(file);
    if (!HELD.add(real)) {
      return Optional.empty();
    }
    LockedFile opened = null;
    try {
      FileChannel channel = PrivateFiles.open(real);
      if (isLocked(channel)) {
        opened = new LockedFile(real, channel);
      } else {
        channel.close();
      }
    } finally {
      if (opened == null) {
        HELD.remove(real);
      }
    }
    return Optional.ofNullable(opened);
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // A second copy of this library in the same process has it.
      return false;
    }
  }

  /**
   * Opens a file as {@link #open} does.
   *
   * @throws IOException also if another process holds the lock for longer than this
   */
  public static LockedFile require(Path file, Duration longest, Duration poll) throws IOException {
    return open(file, longest, poll)
        .orElseThrow(() -> new IOException("another process holds its lock"));
  }

  /**
   * Opens a file as soon as nobody else holds it; empty if others hold it for longer than {@code
   * longest}.
   *
   * @param pause the time between two attempts
   * @throws ClosedByInterruptException if the thread is interrupted
   */
  public static Optional<LockedFile> open(Path file, Duration longest, Duration pause)
      throws IOException {
    long start = System.nanoTime();
    while (true) {
      Optional<LockedFile> opened = tryOpen(file);
      if (opened.isPresent() || System.nanoTime() - start > longest.toNanos()) {
        return opened;
      }
      LockSupport.parkNanos(pause.toNanos());
      if (Thread.currentThread().isInterrupted()) {
        throw new ClosedByInterruptException();
      }
    }
  }

  /** Returns whether this process holds a file. */
  public static boolean isHeldHere(Path file) throws IOException {
    return HELD.contains(real(file));
  }

  /** Returns the channel for reading and writing the file. */
  public FileChannel channel() {
    return channel;
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(file);
    }
  }

  /** Returns one path for a file, through whatever links its folder was named. */
  private static Path real(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    return Objects.requireNonNull(absolute.getParent())
        .toRealPath()
        .resolve(Objects.requireNonNull(absolute.getFileName()));
  }
}
