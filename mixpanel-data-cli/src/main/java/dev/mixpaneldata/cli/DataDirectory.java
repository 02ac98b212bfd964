package dev.mixpaneldata.cli;

import dev.mixpaneldata.account.Settings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** {@code MP_DATA_DIR}, by default {@code ~/.mp/data}. */
public final class DataDirectory {
  private DataDirectory() {}

  /** Where it is. */
  public static Path of(Map<String, String> environment) {
    return Settings.of(environment).dataDirectory().toAbsolutePath();
  }

  /** A file in it that only its owner can read; made if it is not there. */
  public static Path privateFile(Map<String, String> environment, String name) throws IOException {
    Path file = of(environment).resolve(name);
    Files.createDirectories(file.getParent());
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException e) {
      return file;
    } catch (UnsupportedOperationException e) {
      // Windows has no such permissions; the user's folder is private there.
      Files.createFile(file);
    }
    return file;
  }
}
