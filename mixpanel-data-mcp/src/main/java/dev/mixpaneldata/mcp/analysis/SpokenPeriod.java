package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.value.DateRange;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days that a question speaks of. Weeks begin on Monday; today belongs to no whole period. */
final class SpokenPeriod {
  private static final Pattern DAY = Pattern.compile("\\b(\\d{4}-\\d{2}-\\d{2})\\b");
  private static final Pattern LAST =
      Pattern.compile("\\b(?:last|past|previous)\\s+(\\d{1,3})\\s+(day|week|month)s?\\b");

  private SpokenPeriod() {}

  /** Days written as {@code 2026-01-31}, in the order of the question. */
  static List<LocalDate> days(String question) {
    List<LocalDate> days = new ArrayList<>();
    Matcher matcher = DAY.matcher(question);
    while (matcher.find()) {
      try {
        days.add(LocalDate.parse(matcher.group(1)));
      } catch (DateTimeException noDay) {
        // The thirtieth of February is a number like any other.
        continue;
      }
    }
    return days;
  }

  /** The question without the words for its days. */
  static String without(String question) {
    return question
        .replaceAll(DAY.pattern(), " ")
        .replaceAll("(?i)" + LAST.pattern(), " ")
        .replaceAll("(?i)\\b(?:yesterday|today|(?:last|this) (?:week|month))\\b", " ");
  }

  /** The range that is meant, if one is. */
  static Optional<DateRange> of(String question, LocalDate today) {
    List<LocalDate> days = days(question);
    if (!days.isEmpty()) {
      LocalDate first = days.stream().min(LocalDate::compareTo).orElseThrow();
      LocalDate last = days.stream().max(LocalDate::compareTo).orElseThrow();
      return Optional.of(new DateRange(first, last));
    }
    String words = question.toLowerCase(Locale.ROOT);
    Matcher last = LAST.matcher(words);
    if (last.find()) {
      int count = Math.max(1, Integer.parseInt(last.group(1)));
      LocalDate from =
          switch (last.group(2)) {
            case "week" -> today.minusWeeks(count);
            case "month" -> today.minusMonths(count);
            default -> today.minusDays(count);
          };
      return Optional.of(new DateRange(from, today.minusDays(1)));
    }
    return named(words, today);
  }

  private static Optional<DateRange> named(String words, LocalDate today) {
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate first = today.withDayOfMonth(1);
    if (words.contains("yesterday")) {
      return Optional.of(new DateRange(today.minusDays(1), today.minusDays(1)));
    }
    if (words.contains("last week")) {
      return Optional.of(new DateRange(monday.minusWeeks(1), monday.minusDays(1)));
    }
    if (words.contains("this week")) {
      return Optional.of(new DateRange(monday, today));
    }
    if (words.contains("last month")) {
      return Optional.of(new DateRange(first.minusMonths(1), first.minusDays(1)));
    }
    if (words.contains("this month")) {
      return Optional.of(new DateRange(first, today));
    }
    return words.contains("today") ? Optional.of(new DateRange(today, today)) : Optional.empty();
  }
}
