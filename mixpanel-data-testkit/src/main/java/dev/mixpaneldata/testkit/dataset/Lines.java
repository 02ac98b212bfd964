package dev.mixpaneldata.testkit.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** The lines of a stream of bytes, split at line feeds only. Used by one thread. */
public final class Lines implements AutoCloseable {

  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;

  /** Reads a stream that is closed with this. */
  public Lines(InputStream in) {
    this.in = in;
  }

  /** Returns the next line without its line feed; empty at the end. */
  public Optional<byte[]> next() throws IOException {
    int index = start;
    while (true) {
      for (; index < end; index++) {
        if (buffer[index] == '\n') {
          byte[] line = Arrays.copyOfRange(buffer, start, index);
          start = index + 1;
          return Optional.of(line);
        }
      }
      int scanned = index - start;
      if (!fill()) {
        return rest();
      }
      index = start + scanned;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Returns the last line, if no line feed ended it. */
  private Optional<byte[]> rest() {
    byte[] line = Arrays.copyOfRange(buffer, start, end);
    start = end;
    return line.length == 0 ? Optional.empty() : Optional.of(line);
  }

  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int count = in.read(buffer, end, buffer.length - end);
    end += Math.max(0, count);
    return count >= 0;
  }
}
