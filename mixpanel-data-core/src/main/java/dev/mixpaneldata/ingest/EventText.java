package dev.mixpaneldata.ingest;

import java.util.Arrays;

/** Bytes that grow. For one thread. */
final class EventText {
  private byte[] bytes;
  private int length;

  EventText(int capacity) {
    bytes = new byte[capacity];
  }

  EventText add(byte[] source, int from, int to) {
    ensure(to - from);
    System.arraycopy(source, from, bytes, length, to - from);
    length += to - from;
    return this;
  }

  EventText add(byte[] source) {
    return add(source, 0, source.length);
  }

  /** Adds a text of ASCII alone. */
  EventText add(String ascii) {
    ensure(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      bytes[length++] = (byte) ascii.charAt(i);
    }
    return this;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void ensure(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
