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
 * A private folder for the files of one piece of work, which is removed with the work. A killed
 * process leaves its folders behind; the next one that makes a folder of the same kind in the same
 * place removes them. The lock that each holds tells the living from the dead, which a process id
 * does not where containers share a folder.
 */
public final class WorkFolder implements AutoCloseable {
  private static final String LOCK = "lock";

  /** A younger folder may be one that is about to take its lock. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  /** Of a process that died before it had one. */
  private static final Duration WITHOUT_LOCK = Duration.ofDays(1);

  /** Opening and closing a lock file of this process would give up its lock. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel lock;

  private WorkFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Makes a folder whose name begins with {@code prefix}, in a folder that is there. */
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

  /** Where the work is; it has a file {@code lock} in it. */
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
        // Another process has been quicker, or what is there is none of ours.
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
