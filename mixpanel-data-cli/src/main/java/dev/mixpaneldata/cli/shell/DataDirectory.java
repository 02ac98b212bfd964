package dev.mixpaneldata.cli.shell;

import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.internal.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The data directory: {@code MP_DATA_DIR}, by default {@code ~/.mp/data}. */
final class DataDirectory {
  private DataDirectory() {}

  /** Returns the path of the data directory. */
  static Path of(Map<String, String> environment) {
    return Settings.of(environment).dataDirectory().toAbsolutePath();
  }

  /**
   * Returns a file in the data directory that only its owner can read; creates it if it is missing.
   */
  static Path privateFile(Map<String, String> environment, String name) throws IOException {
    Path folder = of(environment);
    PrivateFiles.createFolders(folder);
    Path file = folder.resolve(name);
    PrivateFiles.open(file).close();
    return file;
  }
}
