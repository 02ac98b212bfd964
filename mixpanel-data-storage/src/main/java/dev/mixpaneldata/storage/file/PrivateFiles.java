package dev.mixpaneldata.storage.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files and folders for this user alone: the tables are about people. */
public final class PrivateFiles {
  private PrivateFiles() {}

  /** Makes the folder and those above it where they are missing, with mode 0700. */
  public static void createFolders(@Nullable Path folder) throws IOException {
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    createFolders(folder.getParent());
    try {
      if (isPosix(folder)) {
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectory(folder);
      }
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  /** Gives the file mode 0600. */
  static void restrict(Path file) throws IOException {
    if (isPosix(file)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  /** Removes a file or a folder with all that is in it; nothing there is fine. */
  public static void removeTree(Path root) throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Removes what killed processes left of their spilling beside the file. */
  static void removeAbandonedSpills(Path file) throws IOException {
    Path parent = file.getParent();
    if (parent == null) {
      return;
    }
    String prefix = EngineSettings.spillPrefix(file);
    List<Path> spills;
    try (Stream<Path> siblings = Files.list(parent)) {
      spills =
          siblings
              .filter(sibling -> String.valueOf(sibling.getFileName()).startsWith(prefix))
              .toList();
    }
    for (Path spill : spills) {
      String pid = String.valueOf(spill.getFileName()).substring(prefix.length());
      if (pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
        removeTree(spill);
      }
    }
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
