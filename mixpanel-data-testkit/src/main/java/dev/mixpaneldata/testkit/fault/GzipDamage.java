package dev.mixpaneldata.testkit.fault;

import java.util.Arrays;

/** Damage to compressed bytes; bytes that are not gzip are left unchanged. */
final class GzipDamage {

  /** The trailer of a member: a checksum and a size, four bytes each. */
  private static final int TRAILER = 8;

  private static final int DAMAGED_BYTES = 16;

  private GzipDamage() {}

  /** Cuts the bytes; the result is at least one byte shorter. */
  static byte[] cut(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, Math.max(0, Math.min(length, bytes.length - 1)));
  }

  static byte[] wrongChecksum(byte[] bytes) {
    if (!isGzip(bytes)) {
      return bytes;
    }
    byte[] damaged = bytes.clone();
    damaged[bytes.length - TRAILER] ^= 0x55;
    return damaged;
  }

  static byte[] corrupt(byte[] bytes) {
    if (!isGzip(bytes)) {
      return bytes;
    }
    byte[] damaged = bytes.clone();
    int middle = bytes.length / 2;
    for (int index = middle; index < middle + DAMAGED_BYTES; index++) {
      damaged[index] ^= (byte) 0xff;
    }
    return damaged;
  }

  private static boolean isGzip(byte[] bytes) {
    return bytes.length > 4 * DAMAGED_BYTES && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
  }
}
