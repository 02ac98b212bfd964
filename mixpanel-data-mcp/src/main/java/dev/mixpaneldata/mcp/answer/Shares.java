package dev.mixpaneldata.mcp.answer;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shares as people read them: in percent, while data has them from 0 to 1. */
final class Shares {
  /** What is called so is a share from 0 to 1. */
  private static final Set<String> FRACTIONS =
      Set.of(
          "conversion_rate",
          "overall_conversion_rate",
          "retention",
          "overall_retention",
          "percent_change");

  /** What is called so is percent already. */
  private static final Set<String> PERCENTS =
      Set.of("percent", "percentage", "coverage_percentage");

  private Shares() {}

  /** The value of a column or component of this name. */
  static @Nullable Object inWords(String name, @Nullable Object value) {
    if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
      return value;
    }
    if (FRACTIONS.contains(name)) {
      return percent(100 * number.doubleValue());
    }
    return PERCENTS.contains(name) ? percent(number.doubleValue()) : value;
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f %%", value);
  }
}
