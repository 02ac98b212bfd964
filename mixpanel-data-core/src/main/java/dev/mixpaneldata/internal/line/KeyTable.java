package dev.mixpaneldata.internal.line;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A table that finds the slot of a key by its bytes, without making an object. */
final class KeyTable {
  private static final long MIXER = 0x9E3779B97F4A7C15L;

  private final byte[][] keys;
  private final int[] slots;
  private final int mask;

  /** Makes a table whose first key gets slot {@code firstSlot}, the others the following slots. */
  KeyTable(List<String> names, int firstSlot) {
    int size = Integer.highestOneBit(Math.max(4, names.size() * 4 - 1)) << 1;
    keys = new byte[size][];
    slots = new int[size];
    mask = size - 1;
    for (int i = 0; i < names.size(); i++) {
      byte[] key = names.get(i).getBytes(StandardCharsets.UTF_8);
      int place = hash(key, 0, key.length) & mask;
      while (keys[place] != null) {
        place = (place + 1) & mask;
      }
      keys[place] = key;
      slots[place] = firstSlot + i;
    }
  }

  /**
   * Returns the slot of the key between two quotes, or -1; {@code escaped} keys are decoded first.
   */
  int find(byte[] buffer, int from, int to, boolean escaped) {
    if (escaped) {
      byte[] key = JsonStrings.decode(buffer, from, to);
      return find(key, 0, key.length);
    }
    return find(buffer, from, to);
  }

  private int find(byte[] buffer, int from, int to) {
    int place = hash(buffer, from, to) & mask;
    while (true) {
      byte[] key = keys[place];
      if (key == null) {
        return -1;
      }
      if (key.length == to - from && Arrays.equals(key, 0, key.length, buffer, from, to)) {
        return slots[place];
      }
      place = (place + 1) & mask;
    }
  }

  /** Mixes the length with the first and last eight bytes, which is enough to distinguish names. */
  private static int hash(byte[] buffer, int from, int to) {
    int length = to - from;
    long first;
    long last;
    if (length >= Long.BYTES) {
      first = ByteWords.at(buffer, from);
      last = ByteWords.at(buffer, to - Long.BYTES);
    } else {
      first = 0;
      for (int i = from; i < to; i++) {
        first = first << Byte.SIZE | (buffer[i] & 0xFF);
      }
      last = 0;
    }
    long mixed = (first * MIXER ^ Long.rotateLeft(last, 29) ^ length) * MIXER;
    return (int) (mixed >>> 33);
  }
}
