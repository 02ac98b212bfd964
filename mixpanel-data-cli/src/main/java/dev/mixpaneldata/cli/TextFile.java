package dev.mixpaneldata.cli;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file named on the command line. */
public final class TextFile {
  private TextFile() {}

  /** All of its text; the hint says what the file should hold where it cannot be read. */
  public static String read(String file, String hint) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new MixpanelDataException(
          ErrorCode.INVALID_ARGUMENT, "The file '" + file + "' cannot be read.", hint, e);
    }
  }
}
