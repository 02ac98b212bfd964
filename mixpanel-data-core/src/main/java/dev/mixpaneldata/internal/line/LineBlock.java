package dev.mixpaneldata.internal.line;

import java.util.Arrays;

/** A block of complete lines of a stream, without blank ones. {@link LineBlocks} fills it. */
public final class LineBlock {
  private static final int INITIAL_LINES = 512;

  private byte[] buffer = {};
  private int[] starts = new int[INITIAL_LINES];
  private int[] ends = new int[INITIAL_LINES];
  private int size;
  private long firstNumber;

  /** Returns the number of lines. */
  public int size() {
    return size;
  }

  /** Returns the array that holds the lines. */
  public byte[] buffer() {
    return buffer;
  }

  /** Returns the index of a line's first byte. */
  public int start(int line) {
    return starts[line];
  }

  /** Returns the index behind a line's last byte, without its {@code \n}. */
  public int end(int line) {
    return ends[line];
  }

  /** Returns a line's number in the stream, from 1, blank lines not counted. */
  public long number(int line) {
    return firstNumber + line;
  }

  /** Empties the block, for lines from this number on. */
  void begin(long number) {
    size = 0;
    firstNumber = number;
  }

  /** Grows the array to hold this many bytes, and keeps its content. */
  byte[] grow(int bytes) {
    if (buffer.length < bytes) {
      buffer = Arrays.copyOf(buffer, bytes);
    }
    return buffer;
  }

  void add(int start, int end) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    starts[size] = start;
    ends[size++] = end;
  }
}
