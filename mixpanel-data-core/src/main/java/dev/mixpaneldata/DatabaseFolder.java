package dev.mixpaneldata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder that holds a database file for each project. */
record DatabaseFolder(Path folder) {
  private static final String SUFFIX = ".db";

  /** Returns the database file of a project. */
  Path of(String projectId) {
    return folder.resolve(projectId + SUFFIX);
  }

  /** Returns the only database file of the folder; empty if there are none or several. */
  Optional<Path> only() {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> databases = files.filter(f -> f.toString().endsWith(SUFFIX)).limit(2).toList();
      return databases.size() == 1 ? Optional.of(databases.get(0)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
