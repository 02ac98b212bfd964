package dev.mixpaneldata.internal.line;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Splits a stream into lines at {@code } and at nothing else, leaves out blank ones, and returns
 * them in blocks, so that several threads can share one stream. Thread-safe if each thread has a
 * block of its own.
 */
public final class LineBlocks implements Closeable {
  /** The most bytes of a line; Mixpanel's largest event has 1 MB. */
  public static final int MAX_LINE_BYTES = 64 << 20;

  private static final int BLOCK_BYTES = 256 << 10;

  private final InputStream input;
  private final int blockBytes;
  private final int maxLineBytes;
  private byte[] rest = {};
  private int restLength;
  private long lines;
  private boolean exhausted;

  /** Makes the blocks of a stream, which is closed with them. */
  public LineBlocks(InputStream input) {
    this(input, BLOCK_BYTES, MAX_LINE_BYTES);
  }

  LineBlocks(InputStream input, int blockBytes, int maxLineBytes) {
    this.input = input;
    this.blockBytes = blockBytes;
    this.maxLineBytes = maxLineBytes;
  }

  /**
   * Fills the block with the next lines, at least one; returns false at the end of the stream.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code BAD_RESPONSE} for a line over
   *     {@link #MAX_LINE_BYTES}
   */
  public synchronized boolean next(LineBlock block) throws IOException {
    block.begin(lines + 1);
    byte[] buffer = block.grow(Math.max(blockBytes, restLength));
    System.arraycopy(rest, 0, buffer, 0, restLength);
    int filled = restLength;
    int start = 0;
    int scanned = filled;
    while (block.size() == 0 && !exhausted) {
      if (filled == buffer.length && start > 0) {
        filled -= start;
        System.arraycopy(buffer, start, buffer, 0, filled);
        start = 0;
      } else if (filled == buffer.length) {
        buffer = block.grow(more(filled));
      }
      int count = input.read(buffer, filled, buffer.length - filled);
      exhausted = count < 0;
      scanned = filled;
      filled += Math.max(count, 0);
      start = split(block, start, scanned, filled);
    }
    if (exhausted && start < filled) {
      add(block, start, filled);
      start = filled;
    }
    keepRest(buffer, start, filled);
    lines += block.size();
    return block.size() > 0;
  }

  /**
   * Adds the lines that end in {@code [scanned, filled)}; returns the index where the next one
   * begins.
   */
  private static int split(LineBlock block, int from, int scanned, int filled) {
    byte[] buffer = block.buffer();
    int start = from;
    int end = ByteWords.indexOf(buffer, scanned, filled, (byte) '\n');
    while (end < filled) {
      add(block, start, end);
      start = end + 1;
      end = ByteWords.indexOf(buffer, start, filled, (byte) '\n');
    }
    return start;
  }

  private static void add(LineBlock block, int start, int end) {
    byte[] buffer = block.buffer();
    for (int i = start; i < end; i++) {
      if (!JsonSkipper.isWhite(buffer[i])) {
        block.add(start, end);
        return;
      }
    }
  }

  private int more(int length) {
    if (length >= maxLineBytes) {
      throw new MixpanelDataException(
          ErrorCode.BAD_RESPONSE,
          "A line is longer than " + maxLineBytes + " bytes.",
          "No Mixpanel event is that large. Check what the stream contains.");
    }
    return Math.min(maxLineBytes, length * 2);
  }

  private void keepRest(byte[] buffer, int start, int end) {
    restLength = end - start;
    if (rest.length < restLength) {
      rest = new byte[restLength];
    }
    System.arraycopy(buffer, start, rest, 0, restLength);
  }

  @Override
  public synchronized void close() throws IOException {
    exhausted = true;
    restLength = 0;
    input.close();
  }
}
