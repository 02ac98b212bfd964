package dev.mixpaneldata.storage.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Distinguishes a database file from itself after a change by anybody.
 *
 * @param size bytes
 * @param modified milliseconds since 1970
 */
public record FileMark(long size, long modified) {
  /** Returns the mark of a file as it is now. */
  public static FileMark of(Path path) throws IOException {
    BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
    return new FileMark(file.size(), file.lastModifiedTime().toMillis());
  }
}
