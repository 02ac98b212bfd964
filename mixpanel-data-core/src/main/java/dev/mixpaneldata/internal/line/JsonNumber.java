package dev.mixpaneldata.internal.line;

import java.nio.charset.StandardCharsets;

/** Reads JSON numbers. They are valid: {@link LineScanner} has checked them. */
public final class JsonNumber {
  /** The greatest integer up to which a double holds every integer. */
  public static final long MAX_EXACT_DOUBLE = 1L << 53;

  private static final int MAX_LONG_DIGITS = 19;

  /** The number of digits up to which every mantissa is below 2^53. */
  private static final int MAX_EXACT_DIGITS = 15;

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private JsonNumber() {}

  /** Returns whether the number is written without fraction and exponent. */
  public static boolean isInteger(byte[] buffer, int start, int end) {
    for (int i = start; i < end; i++) {
      byte letter = buffer[i];
      if (letter == '.' || letter == 'e' || letter == 'E') {
        return false;
      }
    }
    return true;
  }

  /** Returns whether the number is written as an integer that fits a long. */
  public static boolean fitsLong(byte[] buffer, int start, int end) {
    if (!isInteger(buffer, start, end)) {
      return false;
    }
    int digits = end - start - (buffer[start] == '-' ? 1 : 0);
    if (digits != MAX_LONG_DIGITS) {
      return digits < MAX_LONG_DIGITS;
    }
    // Nineteen digits overflow, if at all, to the other sign: 9999999999999999999 < 2^64.
    long value = longValue(buffer, start, end);
    return buffer[start] == '-' ? value < 0 : value > 0;
  }

  /** Returns the integer; requires {@link #fitsLong}. */
  public static long longValue(byte[] buffer, int start, int end) {
    boolean negative = buffer[start] == '-';
    long value = 0;
    for (int i = negative ? start + 1 : start; i < end; i++) {
      value = value * 10 - (buffer[i] - '0');
    }
    return negative ? value : -value;
  }

  /**
   * Returns the nearest double, as {@link Double#parseDouble} finds it; infinite beyond its range.
   */
  public static double doubleValue(byte[] buffer, int start, int end) {
    boolean negative = buffer[start] == '-';
    long mantissa = 0;
    int digits = 0;
    int fraction = 0;
    boolean inFraction = false;
    for (int i = negative ? start + 1 : start; i < end; i++) {
      byte letter = buffer[i];
      if (letter == '.') {
        inFraction = true;
      } else if (letter < '0' || letter > '9' || ++digits > MAX_EXACT_DIGITS) {
        return Double.parseDouble(
            new String(buffer, start, end - start, StandardCharsets.ISO_8859_1));
      } else {
        mantissa = mantissa * 10 + (letter - '0');
        fraction += inFraction ? 1 : 0;
      }
    }
    // Both operands are exact, so the one division rounds as parsing does.
    double value = mantissa / POWERS_OF_TEN[fraction];
    return negative ? -value : value;
  }
}
