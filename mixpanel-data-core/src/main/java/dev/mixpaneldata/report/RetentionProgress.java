package dev.mixpaneldata.report;

import dev.mixpaneldata.value.BucketUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Which intervals of a retention have begun, and which are over, when the data end. Mixpanel
 * answers 0 for those that have not begun, which reads as if all had left.
 *
 * @param eastern the project's zone, or where it is not known the one whose days begin first
 * @param western the project's zone, or where it is not known the one whose days begin last
 * @param until the end of the data, exclusive
 */
public record RetentionProgress(
    RetentionRequest request, ZoneId eastern, ZoneId western, Instant until) {
  /** In a project whose zone is known. */
  public static RetentionProgress in(ZoneId zone, RetentionRequest request, Instant until) {
    return new RetentionProgress(request, zone, zone, until);
  }

  /** What is true whichever zone the project has: what is called over is over in all of them. */
  public static RetentionProgress anywhere(RetentionRequest request, Instant until) {
    return new RetentionProgress(request, ZoneOffset.ofHours(14), ZoneOffset.ofHours(-12), until);
  }

  /** How many intervals of a row have begun for its first users; at least one. */
  public int begun(String row) {
    int begun = 1;
    while (begun < request.intervalCount() && begin(row, begun).isBefore(until)) {
      begun++;
    }
    return begun;
  }

  /**
   * How many intervals of a row are over for its last users. Unbounded ones go on to the end of the
   * last interval, and all end with it.
   */
  public int complete(String row) {
    int complete = 0;
    while (complete < request.intervalCount() && !end(row, complete).isAfter(until)) {
      complete++;
    }
    return request.unbounded() && complete < request.intervalCount() ? 0 : complete;
  }

  private Instant begin(String row, int interval) {
    LocalDate day = LocalDate.parse(row);
    if (request.alignment() == RetentionAlignment.CALENDAR) {
      return start(calendarStart(request, day, interval), eastern);
    }
    LocalDate first = day.isBefore(request.range().from()) ? request.range().from() : day;
    return start(first, eastern).plus(request.intervalLength().multipliedBy(interval));
  }

  private Instant end(String row, int interval) {
    LocalDate day = LocalDate.parse(row);
    if (request.alignment() == RetentionAlignment.CALENDAR) {
      return start(calendarStart(request, day, interval + 1), western);
    }
    LocalDate next = request.unit().unit().next(day.atStartOfDay()).toLocalDate();
    LocalDate last = request.range().to().plusDays(1);
    return start(next.isBefore(last) ? next : last, western)
        .plus(request.intervalLength().multipliedBy(interval + 1L));
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The day on which an interval of the calendar begins, for users of the row of this day. */
  public static LocalDate calendarStart(RetentionRequest request, LocalDate row, int interval) {
    BucketUnit unit = request.unit().unit();
    LocalDateTime start = row.atStartOfDay();
    for (int i = 0; i < interval * request.interval(); i++) {
      start = unit.next(start);
    }
    return start.toLocalDate();
  }
}
