package dev.mixpaneldata.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

  private final Path folder;
  private final LockedFile lock;

  private WorkFolder(Path folder, LockedFile lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Makes a folder whose name begins with {@code prefix}, in an existing folder. */
  public static WorkFolder in(Path parent, String prefix) throws IOException {
    Path real = parent.toRealPath();
    Path folder = PrivateFiles.folder(real, prefix + UUID.randomUUID());
    try {
      LockedFile lock = LockedFile.tryOpen(folder.resolve(LOCK)).orElseThrow(IOException::new);
      removeAbandoned(real, prefix, Files.getLastModifiedTime(folder).toInstant());
      return new WorkFolder(folder, lock);
    } catch (IOException e) {
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
    }
  }

  private static void removeAbandoned(Path parent, String prefix, Instant now) throws IOException {
    List<Path> folders;
    try (Stream<Path> children = Files.list(parent)) {
      folders =
          children
              .filter(child -> String.valueOf(child.getFileName()).startsWith(prefix))
              .filter(PrivateFiles::isOwnFolder)
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
    Optional<LockedFile> lock = LockedFile.tryOpen(file);
    if (lock.isPresent()) {
      lock.get().close();
    }
    return lock.isPresent();
  }
}
