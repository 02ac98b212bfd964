package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.internal.line.LineBlocks;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * An open part file, whose lines several threads may share.
 *
 * @param number its place among the parts of the load
 */
record Part(int number, Path path, LineBlocks lines) implements Closeable {
  private static final int INPUT_BYTES = 64 << 10;

  static Part open(int number, Path path) throws IOException {
    return new Part(number, path, new LineBlocks(read(path)));
  }

  /** Opens the file without a channel: interrupting the reading thread would close that. */
  private static InputStream read(Path path) throws IOException {
    FileInputStream file = new FileInputStream(path.toFile());
    try {
      return new GZIPInputStream(file, INPUT_BYTES);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
