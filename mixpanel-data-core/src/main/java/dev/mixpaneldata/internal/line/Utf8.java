package dev.mixpaneldata.internal.line;

/** The well-formed byte sequences of Unicode's table 3-7: no overlong forms, no surrogates. */
final class Utf8 {
  private Utf8() {}

  /**
   * Returns the number of bytes of the character at {@code at}, 2 to 4; 0 if it is not well-formed.
   */
  static int sequenceLength(byte[] buffer, int at, int end) {
    int lead = buffer[at] & 0xFF;
    if (lead < 0xC2 || lead > 0xF4) {
      return 0;
    }
    if (lead < 0xE0) {
      return continues(buffer, at + 1, end) ? 2 : 0;
    }
    if (at + 1 >= end || !secondFits(lead, buffer[at + 1] & 0xFF)) {
      return 0;
    }
    if (lead < 0xF0) {
      return continues(buffer, at + 2, end) ? 3 : 0;
    }
    return continues(buffer, at + 2, end) && continues(buffer, at + 3, end) ? 4 : 0;
  }

  private static boolean secondFits(int lead, int second) {
    return switch (lead) {
      case 0xE0 -> second >= 0xA0 && second <= 0xBF;
      case 0xED -> second >= 0x80 && second <= 0x9F;
      case 0xF0 -> second >= 0x90 && second <= 0xBF;
      case 0xF4 -> second >= 0x80 && second <= 0x8F;
      default -> second >= 0x80 && second <= 0xBF;
    };
  }

  private static boolean continues(byte[] buffer, int at, int end) {
    return at < end && (buffer[at] & 0xC0) == 0x80;
  }
}
