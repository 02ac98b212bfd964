package dev.mixpaneldata.storage.export;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.storage.file.PrivateFiles;
import dev.mixpaneldata.store.ExportedFile;
import dev.mixpaneldata.store.TableExport;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** A folder beside the target of an export, where it is written before it gets its name. */
final class Staging implements AutoCloseable {
  private final Path target;
  private final Path folder;

  private Staging(Path target, Path folder) {
    this.target = target;
    this.folder = folder;
  }

  /** Checks the target and makes the folder, in the target's file system so that it can move. */
  static Staging beside(TableExport export, Path database) throws IOException {
    Path target = export.target().toAbsolutePath().normalize();
    Path parent = target.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw MixpanelDataException.invalidArgument(
          "The folder of " + target + " does not exist.", "Make it first, or choose another.");
    }
    if (Files.isSymbolicLink(target)) {
      throw MixpanelDataException.invalidArgument(
          target + " is a symbolic link.",
          "Name the file itself, so that it can be replaced whole.");
    }
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      requireReplaceable(export, target, database);
    }
    if (!Files.isWritable(parent)) {
      throw new MixpanelDataException(
          ErrorCode.STORAGE_FAILED,
          "The folder " + parent + " cannot be written by this user.",
          "Choose another folder, or make it writable for yourself.");
    }
    return new Staging(
        target, Files.createTempDirectory(parent.toRealPath(), ".mixpanel-data-export-"));
  }

  private static void requireReplaceable(TableExport export, Path target, Path database)
      throws IOException {
    if (Files.exists(database) && Files.isSameFile(target, database)) {
      throw MixpanelDataException.invalidArgument(
          target + " is the database itself.", "Choose another target.");
    }
    if (!export.overwrite()) {
      throw MixpanelDataException.invalidArgument(
          target + " exists already.", "Choose another target, or allow overwriting.");
    }
    if (Files.isDirectory(target) != export.partitionByDay()) {
      throw MixpanelDataException.invalidArgument(
          target + (Files.isDirectory(target) ? " is a folder." : " is not a folder."),
          "One folder a day replaces a folder, everything else a file.");
    }
    if (export.partitionByDay()) {
      try (Stream<Path> children = Files.list(target)) {
        if (!children.allMatch(child -> child.getFileName().toString().startsWith("day="))) {
          // Replacing removes all that is in it.
          throw MixpanelDataException.invalidArgument(
              target + " contains something other than an earlier export.",
              "Choose a folder of its own for the export.");
        }
      }
    }
  }

  /** The folder that may be written. */
  Path folder() {
    return folder;
  }

  /** The file, or the folder of many files, that becomes the target. */
  Path content() {
    return folder.resolve("content");
  }

  /** Brings what was written to disk and gives it its name. */
  ExportedFile publish(String table, long rows) throws IOException {
    long bytes = 0;
    try (Stream<Path> tree = Files.walk(content())) {
      for (Path path : (Iterable<Path>) tree::iterator) {
        bytes += Files.isRegularFile(path) ? Files.size(path) : 0;
        flush(path);
      }
    }
    if (Files.isDirectory(target)) {
      // A folder with something in it cannot be replaced in one step: the old one goes aside first
      // and is removed with this staging folder when the new one is in its place.
      Path old = folder.resolve("old");
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
      try {
        Files.move(content(), target, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
        throw e;
      }
    } else {
      Files.move(content(), target, StandardCopyOption.ATOMIC_MOVE);
    }
    Path parent = folder.getParent();
    if (parent != null) {
      flush(parent);
    }
    return new ExportedFile(table, target, rows, bytes);
  }

  @Override
  public void close() throws IOException {
    PrivateFiles.removeTree(folder);
  }

  private static void flush(Path path) throws IOException {
    boolean isFolder = Files.isDirectory(path);
    // Windows opens no folders, and needs it for none.
    if (isFolder && !path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try (FileChannel channel =
        FileChannel.open(path, isFolder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
