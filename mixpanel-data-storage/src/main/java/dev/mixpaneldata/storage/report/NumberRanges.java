package dev.mixpaneldata.storage.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ranges of numbers of equal width: 1, 2 or 5 times a power of ten, and begun at a multiple of it.
 * How Mixpanel chooses its widths is not documented; its labels look like these.
 *
 * @param first the multiple of the width that the first range begins at
 * @param last that of the last one
 */
record NumberRanges(BigDecimal width, long first, long last) {
  /** How many ranges there are at most where nothing is said; Mixpanel's old UI made 12. */
  static final int MOST_RANGES = 12;

  /** The narrowest ranges of which {@code most} suffice. */
  static NumberRanges of(double least, double greatest, int most) {
    double span = Math.max(greatest - least, Math.ulp(Math.max(Math.abs(least), 1)));
    int exponent = (int) Math.floor(Math.log10(span / most)) - 1;
    while (true) {
      for (int digit : new int[] {1, 2, 5}) {
        BigDecimal width = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
        long first = index(least, width);
        long last = index(greatest, width);
        if (last - first < most && (greatest > least || exponent >= 0)) {
          return new NumberRanges(width, first, last);
        }
      }
      exponent++;
    }
  }

  private static long index(double number, BigDecimal width) {
    BigDecimal index = new BigDecimal(number).divide(width, MathContext.DECIMAL128);
    return index.abs().compareTo(BigDecimal.valueOf(1L << 52)) > 0
        ? (index.signum() < 0 ? Long.MIN_VALUE / 4 : Long.MAX_VALUE / 4)
        : (long) Math.floor(number * scale(width) / unscaled(width));
  }

  /** The number of the range of a number, as SQL. */
  String index(String number) {
    return "floor(("
        + number
        + ") * '"
        + scale(width)
        + "'::DOUBLE / '"
        + unscaled(width)
        + "'::DOUBLE)::BIGINT";
  }

  /** What the width must be multiplied by to be whole; 1 for whole widths. */
  private static double scale(BigDecimal width) {
    return width.scale() > 0 ? BigDecimal.TEN.pow(width.scale()).doubleValue() : 1;
  }

  private static double unscaled(BigDecimal width) {
    return width.scale() > 0
        ? width.unscaledValue().doubleValue()
        : width.setScale(0, RoundingMode.UNNECESSARY).doubleValue();
  }

  /** The names of all ranges by number. */
  Map<Long, String> labels() {
    Map<Long, String> labels = new TreeMap<>();
    for (long i = first; i <= last; i++) {
      labels.put(i, end(i) + " - " + end(i + 1));
    }
    return labels;
  }

  private String end(long index) {
    BigDecimal end = width.multiply(BigDecimal.valueOf(index)).stripTrailingZeros();
    return String.format(java.util.Locale.ROOT, "%,." + Math.max(end.scale(), 0) + "f", end);
  }
}
