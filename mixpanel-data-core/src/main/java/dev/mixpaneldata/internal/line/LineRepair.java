package dev.mixpaneldata.internal.line;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Repairs {@link LineStatus#REPAIRABLE} lines: a lone surrogate becomes the escape of U+FFFD, a
 * byte that belongs to no well-formed character becomes U+FFFD itself, and nothing else changes.
 */
public final class LineRepair {
  private static final byte[] ESCAPE = "\\ufffd".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CHARACTER = "\ufffd".getBytes(StandardCharsets.UTF_8);

  private LineRepair() {}

  /** Returns the line in {@code [start, end)}, repaired; scan it again for its slices. */
  public static byte[] repair(byte[] line, int start, int end) {
    ByteArrayOutputStream mended = new ByteArrayOutputStream(end - start + CHARACTER.length);
    int at = start;
    while (at < end) {
      at = line[at] == '\\' ? copyEscape(line, at, end, mended) : copy(line, at, end, mended);
    }
    return mended.toByteArray();
  }

  private static int copy(byte[] line, int at, int end, ByteArrayOutputStream mended) {
    int length = line[at] >= 0 ? 1 : Utf8.sequenceLength(line, at, end);
    if (length == 0) {
      mended.writeBytes(CHARACTER);
      return at + 1;
    }
    mended.write(line, at, length);
    return at + length;
  }

  private static int copyEscape(byte[] line, int at, int end, ByteArrayOutputStream mended) {
    int unit = Escapes.unicodeEscape(line, at, end);
    if (unit < 0) {
      int length = Math.min(2, end - at);
      mended.write(line, at, length);
      return at + length;
    }
    int next = at + Escapes.UNICODE_LENGTH;
    if (Escapes.isHighSurrogate(unit)
        && Escapes.isLowSurrogate(Escapes.unicodeEscape(line, next, end))) {
      next += Escapes.UNICODE_LENGTH;
      mended.write(line, at, next - at);
    } else if (Escapes.isSurrogate(unit)) {
      mended.writeBytes(ESCAPE);
    } else {
      mended.write(line, at, next - at);
    }
    return next;
  }
}
