package dev.mixpaneldata.testkit.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing buffer of bytes, which writes numbers without making texts of them. Used by one thread.
 */
final class LineBuffer {

  private static final byte[] HEXADECIMAL = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_NUMBER = 20;

  private byte[] bytes;
  private int size;
  private int lines;

  LineBuffer(int capacity) {
    this.bytes = new byte[capacity];
  }

  LineBuffer add(byte[] more) {
    return add(more, more.length);
  }

  LineBuffer add(LineBuffer other) {
    lines += other.lines;
    return add(other.bytes, other.size);
  }

  /** Adds a text, as UTF-8. */
  LineBuffer add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  LineBuffer add(long number) {
    reserve(LONGEST_NUMBER);
    if (number < 0) {
      bytes[size++] = '-';
    }
    long rest = Math.abs(number);
    int digits = 1;
    for (long bound = 10; digits < 19 && rest >= bound; bound *= 10) {
      digits++;
    }
    for (int index = size + digits - 1; index >= size; index--) {
      bytes[index] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += digits;
    return this;
  }

  /** Adds hundredths as a decimal number, such as 1999 as {@code 19.99}. */
  LineBuffer addHundredths(long hundredths) {
    add(hundredths / 100);
    reserve(3);
    bytes[size++] = '.';
    bytes[size++] = (byte) ('0' + hundredths / 10 % 10);
    bytes[size++] = (byte) ('0' + hundredths % 10);
    return this;
  }

  /** Adds sixteen hexadecimal digits. */
  LineBuffer addHexadecimal(long number) {
    reserve(16);
    for (int shift = 60; shift >= 0; shift -= 4) {
      bytes[size++] = HEXADECIMAL[(int) (number >>> shift) & 15];
    }
    return this;
  }

  void endLine() {
    reserve(1);
    bytes[size++] = '\n';
    lines++;
  }

  void clear() {
    size = 0;
    lines = 0;
  }

  int lines() {
    return lines;
  }

  int size() {
    return size;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
  }

  private LineBuffer add(byte[] more, int count) {
    reserve(count);
    System.arraycopy(more, 0, bytes, size, count);
    size += count;
    return this;
  }

  private void reserve(int count) {
    if (size + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + count, bytes.length * 2));
    }
  }
}
