package dev.mixpaneldata.internal.line;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits a stream into lines at {@code \n} and at nothing else, and leaves out blank ones. A line
 * is a range of {@link #buffer()}, valid until the next call of {@link #next()}. For one thread.
 */
public final class LineReader implements Closeable {
  /** The longest line there may be; Mixpanel's largest event has 1 MB. */
  public static final int MAX_LINE_BYTES = 64 << 20;

  private static final int INITIAL_BYTES = 256 << 10;

  private final InputStream input;
  private final int maxLineBytes;
  private byte[] buffer;
  private int filled;
  private int scanned;
  private int start;
  private int end;
  private int nextStart;
  private boolean terminated = true;
  private boolean exhausted;

  /** Reads lines from the stream, and closes it when closed. */
  public LineReader(InputStream input) {
    this(input, INITIAL_BYTES, MAX_LINE_BYTES);
  }

  LineReader(InputStream input, int initialBytes, int maxLineBytes) {
    this.input = input;
    this.maxLineBytes = maxLineBytes;
    this.buffer = new byte[initialBytes];
  }

  /**
   * Steps to the next line that is not blank; false at the end of the stream. {@code BAD_RESPONSE}
   * for a line over {@link #MAX_LINE_BYTES}.
   */
  public boolean next() throws IOException {
    while (nextLine()) {
      if (!isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** The array that holds the line. */
  public byte[] buffer() {
    return buffer;
  }

  /** The index of the line's first byte. */
  public int start() {
    return start;
  }

  /** The index behind the line's last byte, without its {@code \n}. */
  public int end() {
    return end;
  }

  /** Whether the last line that was not blank ended in {@code \n}; true where there was none. */
  public boolean terminated() {
    return terminated;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }

  private boolean nextLine() throws IOException {
    start = nextStart;
    scanned = start;
    while (true) {
      end = Words.indexOf(buffer, scanned, filled, (byte) '\n');
      if (end < filled) {
        nextStart = end + 1;
        return true;
      }
      scanned = filled;
      if (exhausted || !fill()) {
        // Making room may have moved the line.
        end = filled;
        nextStart = filled;
        return end > start;
      }
    }
  }

  private boolean isBlank() {
    for (int i = start; i < end; i++) {
      if (!JsonSkipper.isWhite(buffer[i])) {
        terminated = nextStart > end;
        return false;
      }
    }
    return true;
  }

  /** Reads more bytes behind those of the unfinished line. */
  private boolean fill() throws IOException {
    makeRoom();
    int count = input.read(buffer, filled, buffer.length - filled);
    if (count < 0) {
      exhausted = true;
      return false;
    }
    filled += count;
    return true;
  }

  private void makeRoom() {
    int length = filled - start;
    if (length >= maxLineBytes) {
      throw new MixpanelDataException(
          ErrorCode.BAD_RESPONSE,
          "A line is longer than " + maxLineBytes + " bytes.",
          "No Mixpanel event is that large; look at what the stream is.");
    }
    if (start > 0 && filled == buffer.length) {
      System.arraycopy(buffer, start, buffer, 0, length);
      scanned -= start;
      filled = length;
      start = 0;
    }
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(maxLineBytes, buffer.length * 2));
    }
  }
}
