package dev.mixpaneldata.testkit.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Ranges of one width, which include their lower end and exclude their upper end. Widths are 1, 2
 * or 5 times a power of ten, and ranges begin at multiples of the width: {@code 0 - 100}, {@code
 * 1,000 - 1,100}. Numbers and ends are compared as the decimals that people write.
 */
final class ValueRanges {
  private static final int[] STEPS = {1, 2, 5};

  private final BigDecimal width;
  private final BigDecimal least;
  private final BigDecimal greatest;

  private ValueRanges(BigDecimal width, BigDecimal least, BigDecimal greatest) {
    this.width = width;
    this.least = least;
    this.greatest = greatest;
  }

  /**
   * Returns the narrowest ranges of which at most {@code most} hold all numbers; the width is 1 for
   * one number. Zero is always an end, so that numbers below and above it need at least two ranges.
   */
  static ValueRanges of(Collection<Double> numbers, int most) {
    BigDecimal least = BigDecimal.valueOf(Collections.min(numbers));
    BigDecimal greatest = BigDecimal.valueOf(Collections.max(numbers));
    BigDecimal span = greatest.subtract(least);
    if (span.signum() == 0) {
      return new ValueRanges(BigDecimal.ONE, least, greatest);
    }
    int needed = least.signum() < 0 && greatest.signum() >= 0 ? Math.max(most, 2) : most;
    // No width below the span divided by the number of ranges is enough.
    int exponent = span.precision() - span.scale() - 2 - String.valueOf(most).length();
    while (true) {
      for (int step : STEPS) {
        BigDecimal width = BigDecimal.valueOf(step).scaleByPowerOfTen(exponent);
        ValueRanges ranges = new ValueRanges(width, least, greatest);
        BigDecimal further = ranges.number(greatest).subtract(ranges.number(least));
        if (further.compareTo(BigDecimal.valueOf(needed)) < 0) {
          return ranges;
        }
      }
      exponent++;
    }
  }

  /** Returns the multiple of the width at which a number's range begins. */
  private BigDecimal number(BigDecimal value) {
    return value.divide(width, 0, RoundingMode.FLOOR);
  }

  /** Returns the range that holds a number. */
  String name(double value) {
    return name(number(BigDecimal.valueOf(value)));
  }

  /** Returns all ranges from the least number's to the greatest number's, empty ones included. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    BigDecimal last = number(greatest);
    for (BigDecimal n = number(least); n.compareTo(last) <= 0; n = n.add(BigDecimal.ONE)) {
      names.add(name(n));
    }
    return names;
  }

  private String name(BigDecimal number) {
    BigDecimal lower = number.multiply(width);
    return text(lower) + " - " + text(lower.add(width));
  }

  private static String text(BigDecimal end) {
    DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.US));
    format.setMaximumFractionDigits(Math.max(0, end.scale()));
    return format.format(end);
  }
}
