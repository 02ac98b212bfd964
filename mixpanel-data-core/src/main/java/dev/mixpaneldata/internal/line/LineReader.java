package dev.mixpaneldata.internal.line;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the lines of a stream one by one, as {@link LineBlocks} gives them. A line is a range of
 * {@link #buffer()}, valid until the next call of {@link #next()}. Not thread-safe.
 */
public final class LineReader implements Closeable {
  private final LineBlocks blocks;
  private final LineBlock block = new LineBlock();
  private int line;

  /** Makes a reader of a stream, which it closes when it is closed. */
  public LineReader(InputStream input) {
    this(new LineBlocks(input));
  }

  /** Makes a reader that shares lines with other readers, one block at a time. */
  public LineReader(LineBlocks blocks) {
    this.blocks = blocks;
  }

  /**
   * Moves to the next line that is not blank; returns false at the end of the stream.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code BAD_RESPONSE} for a line over
   *     {@link LineBlocks#MAX_LINE_BYTES}
   */
  public boolean next() throws IOException {
    line++;
    if (line < block.size()) {
      return true;
    }
    line = 0;
    return blocks.next(block);
  }

  /** Returns the array that holds the line. */
  public byte[] buffer() {
    return block.buffer();
  }

  /** Returns the index of the line's first byte. */
  public int start() {
    return block.start(line);
  }

  /** Returns the index behind the line's last byte, without its {@code \n}. */
  public int end() {
    return block.end(line);
  }

  /** Returns the line's number in the stream, from 1, blank lines not counted. */
  public long number() {
    return block.number(line);
  }

  @Override
  public void close() throws IOException {
    blocks.close();
  }
}
