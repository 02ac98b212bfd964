package dev.mixpaneldata.storage.file;

import java.nio.file.Path;

/** The place of the folder with the indexes of a database file. */
public final class IndexPath {
  private IndexPath() {}

  /** Returns the folder, which need not exist. */
  public static Path beside(Path database) {
    Path absolute = database.toAbsolutePath().normalize();
    return absolute.resolveSibling(absolute.getFileName() + ".index");
  }
}
