package dev.mixpaneldata.value;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** The length of a report's buckets, cut by the wall clock of the project's zone. */
public enum BucketUnit {
  MINUTE(ChronoUnit.MINUTES),
  HOUR(ChronoUnit.HOURS),
  DAY(ChronoUnit.DAYS),
  /** Monday to Sunday: Mixpanel's weekly keys are Mondays (JQL reference; answers seen). */
  WEEK(ChronoUnit.WEEKS),
  MONTH(ChronoUnit.MONTHS);

  private final ChronoUnit length;

  BucketUnit(ChronoUnit length) {
    this.length = length;
  }

  /** Returns the beginning of the bucket that holds this time. */
  public LocalDateTime floor(LocalDateTime time) {
    return switch (this) {
      case MINUTE, HOUR, DAY -> time.truncatedTo(length);
      case WEEK ->
          time.truncatedTo(ChronoUnit.DAYS)
              .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
    };
  }

  /** Returns the beginning of the bucket after the one that begins here. */
  public LocalDateTime next(LocalDateTime start) {
    return start.plus(1, length);
  }

  /**
   * Returns the name of the bucket that begins here: {@code 2026-01-31}, or {@code
   * 2026-01-31T13:00:00} for hours and minutes. Names sort as their times do.
   */
  public String key(LocalDateTime start) {
    return switch (this) {
      case MINUTE, HOUR -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(start);
      case DAY, WEEK, MONTH -> start.toLocalDate().toString();
    };
  }
}
