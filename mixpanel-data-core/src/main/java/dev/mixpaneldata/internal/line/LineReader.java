package dev.mixpaneldata.internal.line;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Steps through the lines of a stream, as {@link LineBlocks} gives them. A line is a range of
 * {@link #buffer()}, valid until the next call of {@link #next()}. For one thread.
 */
public final class LineReader implements Closeable {
  private final LineBlocks blocks;
  private final LineBlock block = new LineBlock();
  private int line;

  /** Reads lines from the stream, and closes it when closed. */
  public LineReader(InputStream input) {
    this(new LineBlocks(input));
  }

  /** Shares the lines with other readers, a block of them at a time. */
  public LineReader(LineBlocks blocks) {
    this.blocks = blocks;
  }

  /**
   * Steps to the next line that is not blank; false at the end of the stream. {@code BAD_RESPONSE}
   * for a line over {@link LineBlocks#MAX_LINE_BYTES}.
   */
  public boolean next() throws IOException {
    line++;
    if (line < block.size()) {
      return true;
    }
    line = 0;
    return blocks.next(block);
  }

  /** The array that holds the line. */
  public byte[] buffer() {
    return block.buffer();
  }

  /** The index of the line's first byte. */
  public int start() {
    return block.start(line);
  }

  /** The index behind the line's last byte, without its {@code \n}. */
  public int end() {
    return block.end(line);
  }

  /** The line's number in the stream, from 1, blank lines not counted. */
  public long number() {
    return block.number(line);
  }

  @Override
  public void close() throws IOException {
    blocks.close();
  }
}
