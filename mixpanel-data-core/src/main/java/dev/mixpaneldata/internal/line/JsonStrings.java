package dev.mixpaneldata.internal.line;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Decodes JSON strings. The strings are valid: {@link LineScanner} has checked them. */
public final class JsonStrings {
  private JsonStrings() {}

  /** Returns the text of the string in {@code [start, end)}, its quotes included, as UTF-8. */
  public static byte[] bytes(byte[] buffer, int start, int end) {
    return decode(buffer, start + 1, end - 1);
  }

  /** Returns the text of the string in {@code [start, end)}, its quotes included. */
  public static String string(byte[] buffer, int start, int end) {
    return new String(bytes(buffer, start, end), StandardCharsets.UTF_8);
  }

  /** Returns the text between two quotes, as UTF-8. */
  static byte[] decode(byte[] buffer, int from, int to) {
    int escape = ByteWords.indexOf(buffer, from, to, (byte) '\\');
    if (escape == to) {
      return Arrays.copyOfRange(buffer, from, to);
    }
    // No escape is shorter than its character.
    byte[] text = new byte[to - from];
    int length = 0;
    int at = from;
    while (at < to) {
      if (buffer[at] != '\\') {
        text[length++] = buffer[at++];
      } else if (buffer[at + 1] != 'u') {
        text[length++] = (byte) Escapes.simple(buffer[at + 1]);
        at += 2;
      } else {
        int codePoint = codePoint(buffer, at, to);
        length = append(text, length, codePoint);
        at += Escapes.UNICODE_LENGTH * Character.charCount(codePoint);
      }
    }
    return Arrays.copyOf(text, length);
  }

  private static int codePoint(byte[] buffer, int at, int to) {
    int unit = Escapes.unicodeEscape(buffer, at, to);
    if (!Escapes.isSurrogate(unit)) {
      return unit;
    }
    int low = Escapes.unicodeEscape(buffer, at + Escapes.UNICODE_LENGTH, to);
    return Escapes.isHighSurrogate(unit) && Escapes.isLowSurrogate(low)
        ? Character.toCodePoint((char) unit, (char) low)
        : 0xFFFD;
  }

  private static int append(byte[] text, int length, int codePoint) {
    int at = length;
    if (codePoint < 0x80) {
      text[at++] = (byte) codePoint;
    } else if (codePoint < 0x800) {
      text[at++] = (byte) (0xC0 | codePoint >> 6);
      text[at++] = (byte) (0x80 | codePoint & 0x3F);
    } else if (codePoint < 0x10000) {
      text[at++] = (byte) (0xE0 | codePoint >> 12);
      text[at++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
      text[at++] = (byte) (0x80 | codePoint & 0x3F);
    } else {
      text[at++] = (byte) (0xF0 | codePoint >> 18);
      text[at++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
      text[at++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
      text[at++] = (byte) (0x80 | codePoint & 0x3F);
    }
    return at;
  }
}
