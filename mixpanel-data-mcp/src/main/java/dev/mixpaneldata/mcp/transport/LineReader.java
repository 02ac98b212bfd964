package dev.mixpaneldata.mcp.transport;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A reader of lines of UTF-8, bounded in length: a longer line is skipped to its end. */
final class LineReader {
  /** The greatest size of a message, in bytes; a query or a script has kilobytes. */
  static final int LONGEST = 16 * 1024 * 1024;

  private final InputStream input;

  LineReader(InputStream input) {
    this.input = new BufferedInputStream(input, 64 * 1024);
  }

  /** A line without its end. */
  record Line(String text, boolean tooLong) {}

  /** Returns the next line, or null at the end. A last line without a line break counts. */
  @Nullable Line next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean tooLong = false;
    int read = input.read();
    if (read < 0) {
      return null;
    }
    for (; read >= 0 && read != '\n'; read = input.read()) {
      if (bytes.size() < LONGEST) {
        bytes.write(read);
      } else {
        tooLong = true;
      }
    }
    return new Line(tooLong ? "" : bytes.toString(StandardCharsets.UTF_8), tooLong);
  }
}
