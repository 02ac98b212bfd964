package dev.mixpaneldata.report;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.operation.Param;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time in which a funnel must be completed, counted from its first step.
 *
 * @param length the number of units, at least one and in all at most {@value #MAX_DAYS} days (the
 *     longest that Mixpanel's web application offers; its API takes {@value #MAX_API_DAYS})
 */
public record ConversionWindow(
    @Param(help = "Conversion window in units, instead of one text") int length,
    @Param(help = "Unit of length", defaultValue = "day") WindowUnit lengthUnit) {
  /** The longest window of Mixpanel's web application (Advanced funnels). */
  public static final int MAX_DAYS = 366;

  /** The longest window of Mixpanel's funnels API (Funnels reference). */
  public static final int MAX_API_DAYS = 90;

  /** A funnel without a window of its own has 7 days, as in Mixpanel's web application. */
  public static final ConversionWindow DEFAULT = new ConversionWindow(7, WindowUnit.DAY);

  public ConversionWindow {
    long longest = Duration.ofDays(MAX_DAYS).dividedBy(lengthUnit.length());
    if (length < 1 || length > longest) {
      throw MixpanelDataException.invalidArgument(
          "The conversion window is " + length + " " + unitName(lengthUnit) + "s.",
          "Choose 1 to " + longest + " " + unitName(lengthUnit) + "s.");
    }
  }

  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})\\s*([smhdwSMHDW])");

  /** Reads {@code 7d}: a number and one of s, m, h, d and w. */
  public static ConversionWindow parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      throw MixpanelDataException.invalidArgument(
          "'" + text + "' is not a conversion window.",
          "Write a number and s, m, h, d or w, such as 30m, 12h, 7d or 2w.");
    }
    return new ConversionWindow(
        Integer.parseInt(parts.group(1)), WindowUnit.ofLetter(parts.group(2)));
  }

  /** The window as {@link #parse} reads it. */
  public String text() {
    return length + unitName(lengthUnit).substring(0, 1);
  }

  private static String unitName(WindowUnit unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }

  /** Returns the window as a duration. */
  public Duration duration() {
    return lengthUnit.length().multipliedBy(length);
  }
}
