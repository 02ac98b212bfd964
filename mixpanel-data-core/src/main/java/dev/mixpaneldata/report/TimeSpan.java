package dev.mixpaneldata.report;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last days, weeks or months up to a day, which is one of them.
 *
 * @param length the number of units, 1 to {@value #MAX_LENGTH}
 */
public record TimeSpan(
    @Param(help = "How many units") int length,
    @Param(help = "Unit of length", defaultValue = "day") CalendarUnit unit) {
  private static final int MAX_LENGTH = 3650;
  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})\\s*([dwmDWM]?)");

  public TimeSpan {
    Checks.refuse(
        length < 1 || length > MAX_LENGTH,
        "The last " + length + " " + name(unit) + "s are asked for.",
        "Choose 1 to " + MAX_LENGTH + ".");
  }

  /** Reads {@code 30d}, {@code 12w} or {@code 6m}; a number alone is days. */
  public static TimeSpan parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      throw MixpanelDataException.invalidArgument(
          "'" + text + "' is not a number of days, weeks or months.",
          "Write a number and d, w or m, such as 30d, 12w or 6m.");
    }
    CalendarUnit unit =
        switch (parts.group(2).toLowerCase(Locale.ROOT)) {
          case "w" -> CalendarUnit.WEEK;
          case "m" -> CalendarUnit.MONTH;
          default -> CalendarUnit.DAY;
        };
    return new TimeSpan(Integer.parseInt(parts.group(1)), unit);
  }

  /** Returns the days of this length of which the given one is the last. */
  public DateRange upTo(LocalDate last) {
    LocalDate before =
        switch (unit) {
          case DAY -> last.minusDays(length);
          case WEEK -> last.minusWeeks(length);
          case MONTH -> last.minusMonths(length);
        };
    return new DateRange(before.plusDays(1), last);
  }

  private static String name(CalendarUnit unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }
}
