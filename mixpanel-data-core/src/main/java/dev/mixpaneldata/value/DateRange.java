package dev.mixpaneldata.value;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.operation.Param;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Days from {@code from} to {@code to}, both inclusive. They are UTC days for projects created
 * since 2023 and days of the project's time zone for older ones (Mixpanel's raw export reference).
 */
public record DateRange(
    @Param(help = "First day, inclusive, yyyy-mm-dd", name = "from_date") LocalDate from,
    @Param(help = "Last day, inclusive, yyyy-mm-dd", name = "to_date") LocalDate to) {
  private static final int FIRST_YEAR = 1001;
  private static final int LAST_YEAR = 9998;

  /** Refuses a range that ends before it begins, or whose years do not have four digits. */
  public DateRange {
    if (to.isBefore(from)) {
      throw MixpanelDataException.invalidArgument(
          "The range ends before it begins: from " + from + " to " + to + ".",
          "Swap the two dates; both are inclusive.");
    }
    // The day after the last one, and times in any zone, still have years of four digits.
    if (from.getYear() < FIRST_YEAR || to.getYear() > LAST_YEAR) {
      throw MixpanelDataException.invalidArgument(
          "The range from " + from + " to " + to + " is outside the years that can be requested.",
          "Choose days of the years " + FIRST_YEAR + " to " + LAST_YEAR + ".");
    }
  }

  /** Returns the days between two dates written as {@code yyyy-mm-dd}, both inclusive. */
  public static DateRange of(String from, String to) {
    return new DateRange(parseDay("from", from), parseDay("to", to));
  }

  /** Reads one day, written as {@code yyyy-mm-dd}. */
  public static LocalDate parseDay(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw MixpanelDataException.invalidArgument(
          "The " + name + " date '" + text + "' is not a day of the calendar.",
          "Write dates as yyyy-mm-dd, for example 2026-01-31.");
    }
  }

  /** Returns the number of days in the range, at least 1. */
  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** Returns consecutive ranges of {@code days} days that share no day; the last may be shorter. */
  public List<DateRange> split(long days) {
    List<DateRange> parts = new ArrayList<>();
    for (LocalDate start = from; !start.isAfter(to); start = start.plusDays(days)) {
      LocalDate end = start.plusDays(days - 1);
      parts.add(new DateRange(start, end.isAfter(to) ? to : end));
    }
    return List.copyOf(parts);
  }

  @Override
  public String toString() {
    return from.equals(to) ? from.toString() : from + ".." + to;
  }
}
