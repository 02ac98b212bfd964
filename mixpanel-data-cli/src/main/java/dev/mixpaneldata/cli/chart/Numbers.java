package dev.mixpaneldata.cli.chart;

import java.util.Locale;

/** Numbers in the short forms of charts. */
final class Numbers {
  private Numbers() {}

  /**
   * Returns the number with separators of thousands and at most two decimals: {@code 12,345},
   * {@code 3.14}.
   */
  static String full(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.format(Locale.ROOT, "%,.2f", value);
  }

  /**
   * Returns the number in four or five characters: {@code 950}, {@code 1.2k}, {@code 35k}, {@code
   * 7.1M}.
   */
  static String brief(double value) {
    double size = Math.abs(value);
    if (size >= 1e9) {
      return scaled(value / 1e9, "G");
    }
    if (size >= 1e6) {
      return scaled(value / 1e6, "M");
    }
    if (size >= 1e4) {
      return scaled(value / 1e3, "k");
    }
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }

  private static String scaled(double value, String unit) {
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.1f%s" : "%.0f%s", value, unit);
  }
}
