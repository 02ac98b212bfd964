package dev.mixpaneldata.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A private folder for the files of one piece of work, removed when the work ends. A killed process
 * leaves its folders behind; the next process that makes a folder of the same kind in the same
 * place removes them. The lock in each shows which processes live, which process ids do not if
 * containers share a folder.
 */
public final class WorkFolder implements AutoCloseable {
  private static final String LOCK = "lock";

  /** The age below which a folder may still be about to take its lock. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  /**
   * The age from which a folder without a lock is abandoned: its process died before it took one.
   */
  private static final Duration WITHOUT_LOCK = Duration.ofDays(1);

  /**
   * The folders of this process: opening and closing their lock files would release their locks.
   */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel lock;

  private WorkFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Makes a folder whose name begins with {@code prefix}, in an existing folder. */
  public static WorkFolder in(Path parent, String prefix) throws IOException {
    Path real = parent.toRealPath();
    Path folder = PrivateFiles.folder(real, prefix + UUID.randomUUID());
    OWN.add(folder);
    try {
      FileChannel lock = PrivateFiles.open(folder.resolve(LOCK));
      lock.lock();
      removeAbandoned(real, prefix, Files.getLastModifiedTime(folder).toInstant());
      return new WorkFolder(folder, lock);
    } catch (IOException e) {
      OWN.remove(folder);
      PrivateFiles.removeTree(folder);
      throw e;
    }
  }

  /** Returns the folder, which contains a file {@code lock}. */
  public Path path() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      PrivateFiles.removeTree(folder);
    } finally {
      OWN.remove(folder);
    }
  }

  private static void removeAbandoned(Path parent, String prefix, Instant now) throws IOException {
    List<Path> folders;
    try (Stream<Path> children = Files.list(parent)) {
      folders =
          children
              .filter(child -> String.valueOf(child.getFileName()).startsWith(prefix))
              .filter(child -> !OWN.contains(child) && PrivateFiles.isOwnFolder(child))
              .toList();
    }
    for (Path folder : folders) {
      try {
        if (isAbandoned(folder, now)) {
          PrivateFiles.removeTree(folder);
        }
      } catch (IOException e) {
        // Another process was quicker, or the folder is not one of ours.
      }
    }
  }

  private static boolean isAbandoned(Path folder, Instant now) throws IOException {
    Instant changed = Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS).toInstant();
    Path file = folder.resolve(LOCK);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return changed.isBefore(now.minus(WITHOUT_LOCK));
    }
    if (changed.isAfter(now.minus(YOUNG))) {
      return false;
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }
}
