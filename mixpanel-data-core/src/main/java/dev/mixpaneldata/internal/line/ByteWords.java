package dev.mixpaneldata.internal.line;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Searches eight bytes of an array at once, about three times as fast as one by one. */
final class ByteWords {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private ByteWords() {}

  /** Returns the eight bytes from {@code at}, the first one lowest. */
  static long at(byte[] buffer, int at) {
    return (long) LONGS.get(buffer, at);
  }

  /** Returns the index of the byte in {@code [from, to)}, or {@code to}. */
  static int indexOf(byte[] buffer, int from, int to, byte wanted) {
    long pattern = ONES * (wanted & 0xFF);
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long hit = zeroBytes(at(buffer, at) ^ pattern);
      if (hit != 0) {
        return at + firstByte(hit);
      }
    }
    while (at < to && buffer[at] != wanted) {
      at++;
    }
    return at;
  }

  /**
   * Marks bytes that end a run of plain text in a JSON string: quote, backslash, control character,
   * anything outside ASCII. Only the lowest mark is exact, as borrows may set later ones.
   */
  static long notPlain(long word) {
    long quote = zeroBytes(word ^ (ONES * '"'));
    long backslash = zeroBytes(word ^ (ONES * '\\'));
    long control = (word - ONES * 0x20) & ~word & HIGH_BITS;
    return quote | backslash | control | (word & HIGH_BITS);
  }

  /** Returns the index of the first marked byte. */
  static int firstByte(long marks) {
    return Long.numberOfTrailingZeros(marks) >>> 3;
  }

  private static long zeroBytes(long word) {
    return (word - ONES) & ~word & HIGH_BITS;
  }
}
