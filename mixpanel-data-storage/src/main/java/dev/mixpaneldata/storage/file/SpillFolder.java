package dev.mixpaneldata.storage.file;

import dev.mixpaneldata.internal.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The folder for data that a sort or a join cannot keep in memory. Each process has its own, inside
 * a private one beside the file, since the engine makes its files for all to read.
 */
final class SpillFolder {
  /** The setting by which the engine spills nowhere. */
  private static final String NONE = "";

  private SpillFolder() {}

  /**
   * Returns the engine's setting for a file. The engine numbers its spill files from 0 in each
   * process and removes them on closing: processes that read at the same time must not share a
   * folder. If this user may keep nothing beside the file, nothing is spilled.
   */
  static String setting(Path file) {
    try {
      return PrivateFiles.folder(parent(file), name(file))
          .resolve(Long.toString(ProcessHandle.current().pid()))
          .toString();
    } catch (IOException e) {
      return NONE;
    }
  }

  /** Removes the folders that killed processes left. */
  static void removeAbandoned(Path file) throws IOException {
    Path folder = parent(file).resolve(name(file));
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> spills;
    try (Stream<Path> children = Files.list(folder)) {
      spills = children.toList();
    }
    for (Path spill : spills) {
      String pid = String.valueOf(spill.getFileName());
      if (pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
        PrivateFiles.removeTree(spill);
      }
    }
  }

  private static Path parent(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }

  private static String name(Path file) {
    return file.getFileName() + ".spill";
  }
}
