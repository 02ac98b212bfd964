package dev.mixpaneldata.internal.line;

/** Backslash escapes inside JSON strings. */
final class Escapes {
  /** The number of bytes of an escape such as {@code \}{@code u00e9}. */
  static final int UNICODE_LENGTH = 6;

  private Escapes() {}

  /**
   * Returns the code unit of the four hexadecimal digits from {@code at}; -1 if they are not such
   * digits.
   */
  static int codeUnit(byte[] buffer, int at, int end) {
    if (at + 4 > end) {
      return -1;
    }
    int unit = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = hexDigit(buffer[i]);
      if (digit < 0) {
        return -1;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }

  /**
   * Returns the code unit of the whole escape from {@code at}, backslash first; -1 if there is
   * none.
   */
  static int unicodeEscape(byte[] buffer, int at, int end) {
    return at + 1 < end && buffer[at] == '\\' && buffer[at + 1] == 'u'
        ? codeUnit(buffer, at + 2, end)
        : -1;
  }

  /** Returns the character of a one-letter escape; -1 if the letter is not an escape. */
  static int simple(byte letter) {
    return switch (letter) {
      case '"' -> '"';
      case '\\' -> '\\';
      case '/' -> '/';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> -1;
    };
  }

  static boolean isSurrogate(int unit) {
    return unit >= Character.MIN_SURROGATE && unit <= Character.MAX_SURROGATE;
  }

  static boolean isHighSurrogate(int unit) {
    return unit >= Character.MIN_HIGH_SURROGATE && unit <= Character.MAX_HIGH_SURROGATE;
  }

  static boolean isLowSurrogate(int unit) {
    return unit >= Character.MIN_LOW_SURROGATE && unit <= Character.MAX_LOW_SURROGATE;
  }

  private static int hexDigit(byte letter) {
    if (letter >= '0' && letter <= '9') {
      return letter - '0';
    }
    int lower = letter | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }
}
