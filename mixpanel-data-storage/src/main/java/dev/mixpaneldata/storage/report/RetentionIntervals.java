package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.report.RetentionAlignment;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.spi.RetentionProgress;
import dev.mixpaneldata.value.DateRange;
import java.time.Duration;
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
                request, floor(request.range().to()), request.intervals()))
        : clock.end(request.range()).plus(Duration.ofNanos(1000 * micros()));
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
    if (request.brackets().isEmpty()) {
      return "(" + units() + " // " + request.interval() + ")";
    }
    StringBuilder number = new StringBuilder("(CASE");
    for (int i = 0; i < request.intervals(); i++) {
      String end = " WHEN " + units() + " < " + request.begin(i + 1);
      number.append(end).append(" THEN ").append(i);
    }
    return number.append(" END)").toString();
  }

  /** Returns SQL of the number of whole units from the birth to the return. */
  private String units() {
    if (!isCalendar()) {
      return "((epoch_us(r.event_time) - epoch_us(b.born)) // " + microsOfUnit() + ")";
    }
    return switch (request.unit()) {
      case DAY -> "(r.unit - b.unit)";
      case WEEK -> "((r.unit - b.unit) // 7)";
      case MONTH -> "date_diff('month', b.unit, r.unit)";
    };
  }

  /** Returns SQL that is true in the intervals asked for. */
  String within() {
    return isCalendar()
        ? units() + " < " + request.begin(request.intervals())
        : "r.event_time < b.born + INTERVAL (" + micros() + ") MICROSECOND";
  }

  /** Returns the length of all intervals. */
  private long micros() {
    return microsOfUnit() * request.begin(request.intervals());
  }

  private long microsOfUnit() {
    return request.unitLength().toNanos() / 1000;
  }
}
