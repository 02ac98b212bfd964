package dev.mixpaneldata.cli.query;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file named on the command line. */
final class TextFile {
  private TextFile() {}

  /** All of its text. */
  static String read(String file, String language) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new MixpanelDataException(
          ErrorCode.INVALID_ARGUMENT,
          "The file '" + file + "' cannot be read.",
          "Give a file of " + language + " in UTF-8.",
          e);
    }
  }
}
