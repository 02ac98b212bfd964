package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.report.RetentionAlignment;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.spi.RetentionProgress;
import dev.mixpaneldata.value.DateRange;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The times at which the intervals of a retention begin. Rolling ones begin with the user's own
 * first event, so that interval i is i to i+1 lengths after it. Those of the calendar begin with
 * the project's days, weeks or months: interval 0 is the rest of the unit that holds the first
 * event.
 */
record RetentionIntervals(RetentionRequest request, LocalClock clock) {
  private boolean isCalendar() {
    return request.alignment() == RetentionAlignment.CALENDAR;
  }

  /** Returns the latest time at which the last interval of the last user can end. */
  Instant end() {
    return isCalendar()
        ? clock.start(
            RetentionProgress.calendarStart(
                request, floor(request.range().to()), request.intervalCount()))
        : clock
            .end(request.range())
            .plus(request.intervalLength().multipliedBy(request.intervalCount()));
  }

  private LocalDate floor(LocalDate day) {
    return request.unit().unit().floor(day.atStartOfDay()).toLocalDate();
  }

  /**
   * Returns SQL of the calendar's unit that a returning event lies in; {@code NULL} if none is
   * needed.
   */
  String unitOfReturn() {
    DateRange returns = new DateRange(request.range().from(), clock.local(end()).toLocalDate());
    return isCalendar() ? clock.bucket("event_time", returns, request.unit().unit()) : "NULL";
  }

  /** Returns SQL of the interval's number, from births {@code b} and returns {@code r}. */
  String number() {
    if (!isCalendar()) {
      return "((epoch_us(r.event_time) - epoch_us(b.born)) // " + micros() + ")";
    }
    String units =
        switch (request.unit()) {
          case DAY -> "(r.unit - b.unit)";
          case WEEK -> "((r.unit - b.unit) // 7)";
          case MONTH -> "date_diff('month', b.unit, r.unit)";
        };
    return "(" + units + " // " + request.interval() + ")";
  }

  /** Returns SQL that is true in the intervals asked for. */
  String within() {
    return isCalendar()
        ? number() + " < " + request.intervalCount()
        : "r.event_time < b.born + INTERVAL ("
            + micros() * request.intervalCount()
            + ") MICROSECOND";
  }

  private long micros() {
    return request.intervalLength().toNanos() / 1000;
  }
}
