package dev.mixpaneldata.storage.export;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.WorkFolder;
import dev.mixpaneldata.store.ExportedFile;
import dev.mixpaneldata.store.TableExport;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder beside the target of an export, where the export is written before it gets its name. */
final class Staging implements AutoCloseable {
  /** The marker in the first block of every DuckDB database, after a checksum. */
  private static final byte[] MAGIC = {'D', 'U', 'C', 'K'};

  private static final int MAGIC_AT = 8;

  private final Path target;
  private final WorkFolder work;

  private Staging(Path target, WorkFolder work) {
    this.target = target;
    this.work = work;
  }

  /** Checks the target and makes the folder, in the target's file system so that it can move. */
  static Staging beside(TableExport export, Path database) throws IOException {
    Path target = export.target().toAbsolutePath().normalize();
    Path parent = target.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw MixpanelDataException.invalidArgument(
          "The folder of " + target + " does not exist.", "Create it first, or choose another.");
    }
    if (Files.isSymbolicLink(target)) {
      throw MixpanelDataException.invalidArgument(
          target + " is a symbolic link.",
          "Name the file itself, so that it can be replaced completely.");
    }
    refuseTheDatabase(target, database);
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      requireReplaceable(export, target);
    }
    if (!Files.isWritable(parent)) {
      throw new MixpanelDataException(
          ErrorCode.STORAGE_FAILED,
          "The folder " + parent + " cannot be written by this user.",
          "Choose another folder, or make it writable for yourself.");
    }
    return new Staging(target, WorkFolder.in(parent, ".mixpanel-data-export-"));
  }

  /**
   * Refuses the database file itself, and the files that the engine keeps beside it under its name.
   */
  private static void refuseTheDatabase(Path target, Path database) throws IOException {
    boolean isDatabase =
        Files.exists(database) && Files.exists(target) && Files.isSameFile(target, database);
    Path folder = target.getParent();
    boolean isBeside =
        Files.exists(database)
            && folder != null
            && Files.isSameFile(folder, database.toRealPath().getParent())
            && String.valueOf(target.getFileName())
                .startsWith(database.toRealPath().getFileName() + ".");
    if (isDatabase || isBeside) {
      throw MixpanelDataException.invalidArgument(
          isDatabase
              ? target + " is the database itself."
              : target + " is a name that the database uses.",
          "Choose another target.");
    }
  }

  private static void requireReplaceable(TableExport export, Path target) throws IOException {
    if (!export.overwrite()) {
      throw MixpanelDataException.invalidArgument(
          target + " exists already.",
          Hint.anyOf(
              Hint.way("choose another target"),
              Hint.way("replace it with {}", Reference.OVERWRITE_EXPORT)));
    }
    if (Files.isRegularFile(target) && isDatabase(target)) {
      throw MixpanelDataException.invalidArgument(
          target + " is a DuckDB database.", "Choose another target, or remove it first.");
    }
    if (Files.isDirectory(target) != export.partitionByDay()) {
      throw MixpanelDataException.invalidArgument(
          target + (Files.isDirectory(target) ? " is a folder." : " is not a folder."),
          "One folder per day replaces a folder; every other export replaces a file.");
    }
    if (export.partitionByDay()) {
      try (Stream<Path> children = Files.list(target)) {
        if (!children.allMatch(child -> child.getFileName().toString().startsWith("day="))) {
          // Replacing removes all its content.
          throw MixpanelDataException.invalidArgument(
              target + " contains something other than an earlier export.",
              "Choose a folder of its own for the export.");
        }
      }
    }
  }

  private static boolean isDatabase(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      stream.skipNBytes(MAGIC_AT);
      return Arrays.equals(stream.readNBytes(MAGIC.length), MAGIC);
    } catch (EOFException shorter) {
      return false;
    }
  }

  /** Returns the folder to write to. */
  Path folder() {
    return work.path();
  }

  /** Returns the file, or the folder of many files, that becomes the target. */
  Path content() {
    return folder().resolve("content");
  }

  /** Closes the content to others, syncs it to disk and gives it its name. */
  ExportedFile publish(Optional<String> table, long rows) throws IOException {
    long bytes = 0;
    try (Stream<Path> tree = Files.walk(content())) {
      for (Path path : (Iterable<Path>) tree::iterator) {
        bytes += Files.isRegularFile(path) ? Files.size(path) : 0;
        flush(path);
      }
    }
    if (Files.isDirectory(target)) {
      // A folder with content cannot be replaced in one step: the old one goes aside first
      // and is removed with this staging folder when the new one is in its place.
      Path old = folder().resolve("old");
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
    PrivateFiles.forceFolder(folder().getParent());
    return new ExportedFile(table, target, rows, bytes);
  }

  @Override
  public void close() throws IOException {
    work.close();
  }

  private static void flush(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      PrivateFiles.restrictFolder(path);
      PrivateFiles.forceFolder(path);
    } else {
      PrivateFiles.restrict(path);
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
  }
}
