package dev.mixpaneldata.report.spi;

import dev.mixpaneldata.report.RetentionAlignment;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.UnboundedMode;
import dev.mixpaneldata.value.BucketUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The intervals of a retention that have begun, and those that are over, when the data end.
 * Mixpanel answers 0 for those that have not begun, which reads as if all had left.
 *
 * @param eastern the project's zone; if unknown, the zone whose days begin first
 * @param western the project's zone; if unknown, the zone whose days begin last
 * @param until the end of the data, exclusive
 */
public record RetentionProgress(
    RetentionRequest request, ZoneId eastern, ZoneId western, Instant until) {
  /** Returns the progress in a project whose zone is known. */
  public static RetentionProgress in(ZoneId zone, RetentionRequest request, Instant until) {
    return new RetentionProgress(request, zone, zone, until);
  }

  /**
   * Returns the progress that is certain in any zone: an interval that it calls over is over in all
   * of them.
   */
  public static RetentionProgress anywhere(RetentionRequest request, Instant until) {
    return new RetentionProgress(request, ZoneOffset.ofHours(14), ZoneOffset.ofHours(-12), until);
  }

  /** Returns the number of intervals of a row that have begun for its first users; at least one. */
  public int begun(String row) {
    int begun = 1;
    while (begun < request.intervals() && begin(row, begun).isBefore(until)) {
      begun++;
    }
    return begun;
  }

  /**
   * Returns the number of intervals of a row that are over for its last users. Intervals in which
   * those count who came back later continue to the end of the last one, and all end with it.
   */
  public int complete(String row) {
    int complete = 0;
    while (complete < request.intervals() && !end(row, complete).isAfter(until)) {
      complete++;
    }
    return request.unboundedMode() == UnboundedMode.CARRY_BACK && complete < request.intervals()
        ? 0
        : complete;
  }

  private Instant begin(String row, int interval) {
    LocalDate day = LocalDate.parse(row);
    if (request.alignment() == RetentionAlignment.CALENDAR) {
      return start(calendarStart(request, day, interval), eastern);
    }
    LocalDate first = day.isBefore(request.range().from()) ? request.range().from() : day;
    return start(first, eastern).plus(request.unitLength().multipliedBy(request.begin(interval)));
  }

  private Instant end(String row, int interval) {
    LocalDate day = LocalDate.parse(row);
    if (request.alignment() == RetentionAlignment.CALENDAR) {
      return start(calendarStart(request, day, interval + 1), western);
    }
    LocalDate next = request.unit().unit().next(day.atStartOfDay()).toLocalDate();
    LocalDate last = request.range().to().plusDays(1);
    return start(next.isBefore(last) ? next : last, western)
        .plus(request.unitLength().multipliedBy(request.begin(interval + 1)));
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** Returns the day on which a calendar interval begins, for users of the row of this day. */
  public static LocalDate calendarStart(RetentionRequest request, LocalDate row, int interval) {
    BucketUnit unit = request.unit().unit();
    LocalDateTime start = row.atStartOfDay();
    for (int i = 0; i < request.begin(interval); i++) {
      start = unit.next(start);
    }
    return start.toLocalDate();
  }
}
