package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.storage.expression.SqlValues;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ranges of numbers of equal width: 1, 2 or 5 times a power of ten, each beginning at a multiple of
 * its width. Mixpanel does not document its choice of widths; its labels look like these. A double
 * is taken for the decimal that it is written as: 0.29 begins the range "0.29 - 0.3", though the
 * double divided by 0.01 is a little less than 29.
 *
 * @param start the lower end of the first range
 * @param count the number of ranges
 */
record NumberRanges(BigDecimal width, BigDecimal start, int count) {
  /** The greatest number of ranges unless given; Mixpanel's old UI made 12. */
  static final int MOST_RANGES = 12;

  private static final int[] DIGITS = {1, 2, 5};

  /**
   * Returns the narrowest ranges of which {@code most} suffice; 1 wide for one number. Zero is
   * always an end, so that numbers on both sides of it have two ranges at least.
   */
  static NumberRanges of(double least, double greatest, int most) {
    BigDecimal low = BigDecimal.valueOf(least);
    BigDecimal high = BigDecimal.valueOf(greatest);
    BigDecimal span = high.subtract(low);
    if (span.signum() == 0) {
      return new NumberRanges(BigDecimal.ONE, floor(low, BigDecimal.ONE), 1);
    }
    int enough = low.signum() < 0 && high.signum() >= 0 ? Math.max(most, 2) : most;
    BigDecimal share =
        span.divide(BigDecimal.valueOf(enough), new MathContext(3, RoundingMode.DOWN));
    // Starts at the size of the share: narrower ranges cannot suffice.
    for (int exponent = share.precision() - share.scale() - 1; ; exponent++) {
      for (int digit : DIGITS) {
        BigDecimal width = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
        BigDecimal start = floor(low, width);
        int count = floor(high, width).subtract(start).divide(width).intValueExact() + 1;
        if (count <= enough) {
          return new NumberRanges(width, start, count);
        }
      }
    }
  }

  /** Returns the greatest multiple of the width that is not above the number. */
  private static BigDecimal floor(BigDecimal number, BigDecimal width) {
    return number.divide(width, 0, RoundingMode.FLOOR).multiply(width);
  }

  /** Returns the number of the range, from 0, as SQL that finds it by halving. */
  String index(String column) {
    return index(column, 0, count - 1);
  }

  private String index(String column, int first, int last) {
    if (first == last) {
      return Integer.toString(first);
    }
    int middle = (first + last + 1) >>> 1;
    return "CASE WHEN %s < %s THEN %s ELSE %s END"
        .formatted(
            column,
            SqlValues.number(leastOf(middle)),
            index(column, first, middle - 1),
            index(column, middle, last));
  }

  /**
   * Returns the least double of a range: the least one whose digits are no less than the range's
   * lower end.
   */
  private double leastOf(int index) {
    BigDecimal end = end(index);
    double least = end.doubleValue();
    while (BigDecimal.valueOf(least).compareTo(end) < 0) {
      least = Math.nextUp(least);
    }
    while (BigDecimal.valueOf(Math.nextDown(least)).compareTo(end) >= 0) {
      least = Math.nextDown(least);
    }
    return least;
  }

  private BigDecimal end(int index) {
    return start.add(width.multiply(BigDecimal.valueOf(index)));
  }

  /** Returns the names of all ranges by number. */
  Map<Integer, String> labels() {
    Map<Integer, String> labels = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      labels.put(i, text(end(i)) + " - " + text(end(i + 1)));
    }
    return labels;
  }

  private static String text(BigDecimal end) {
    BigDecimal shortest = end.stripTrailingZeros();
    return String.format(Locale.ROOT, "%,." + Math.max(shortest.scale(), 0) + "f", shortest);
  }
}
