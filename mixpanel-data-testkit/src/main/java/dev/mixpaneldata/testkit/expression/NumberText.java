package dev.mixpaneldata.testkit.expression;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as text. */
final class NumberText {
  private static final int MOST_DIGITS = 17;

  /** The powers of ten from which on, and below which, an exponent is written. */
  private static final int LARGE = 16;

  private static final int SMALL = -4;

  private NumberText() {}

  /**
   * Returns the fewest digits that are read as the same double, without {@code .0}: {@code 1},
   * {@code 0.1}, {@code 1e+16}, {@code 2.5e-07}.
   */
  static String of(double number) {
    BigDecimal shortest = shortest(number).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (number == 0 || (exponent >= SMALL && exponent < LARGE)) {
      return shortest.toPlainString();
    }
    String mantissa = shortest.movePointLeft(exponent).toPlainString();
    return mantissa + "e" + (exponent < 0 ? "-" : "+") + twoDigits(Math.abs(exponent));
  }

  private static BigDecimal shortest(double number) {
    BigDecimal exact = new BigDecimal(number);
    for (int digits = 1; digits < MOST_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == number) {
        return rounded;
      }
    }
    return exact.round(new MathContext(MOST_DIGITS));
  }

  private static String twoDigits(int exponent) {
    return exponent < 10 ? "0" + exponent : Integer.toString(exponent);
  }
}
