package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.report.RetentionAlignment;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.TimeUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * When the intervals of a retention begin. Rolling ones begin with the user's own first event, so
 * that interval i is i to i+1 lengths after it. Those of the calendar begin with the project's
 * days, weeks or months: interval 0 is the rest of the unit that holds the first event.
 */
record RetentionIntervals(RetentionRequest request, LocalClock clock) {
  /** "Month 1 = 30 to 60 days" (page on retention): rolling months are 30 days. */
  private static final int DAYS_OF_MONTH = 30;

  private boolean isCalendar() {
    return request.alignment() == RetentionAlignment.CALENDAR;
  }

  private Duration length() {
    int days =
        switch (request.unit()) {
          case DAY -> 1;
          case WEEK -> 7;
          case MONTH -> DAYS_OF_MONTH;
        };
    return Duration.ofDays(days).multipliedBy(request.interval());
  }

  /** When the last interval of the last user can end at the latest. */
  Instant end() {
    return isCalendar()
        ? clock.start(start(floor(request.range().to()), request.intervalCount()))
        : clock.end(request.range()).plus(length().multipliedBy(request.intervalCount()));
  }

  private LocalDate floor(LocalDate day) {
    return request.unit().unit().floor(day.atStartOfDay()).toLocalDate();
  }

  /** The day on which an interval of the calendar begins, for users of the row of this day. */
  private LocalDate start(LocalDate row, int interval) {
    TimeUnit unit = request.unit().unit();
    LocalDateTime start = row.atStartOfDay();
    for (int i = 0; i < interval * request.interval(); i++) {
      start = unit.next(start);
    }
    return start.toLocalDate();
  }

  /** SQL of the calendar's unit that a returning event lies in; of nothing where none is needed. */
  String unitOfReturn() {
    DateRange returns = new DateRange(request.range().from(), clock.local(end()).toLocalDate());
    return isCalendar() ? clock.bucket("event_time", returns, request.unit().unit()) : "NULL";
  }

  /** SQL of the interval's number: of births {@code b} and returns {@code r}. */
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

  /** SQL that holds in the intervals asked for. */
  String within() {
    return isCalendar()
        ? number() + " < " + request.intervalCount()
        : "r.event_time < b.born + INTERVAL ("
            + micros() * request.intervalCount()
            + ") MICROSECOND";
  }

  private long micros() {
    return length().toNanos() / 1000;
  }

  /** How many intervals of a row have begun for its first users at this time; at least one. */
  long begun(String row, Instant dataEnd) {
    LocalDate day = LocalDate.parse(row);
    if (isCalendar()) {
      int begun = 1;
      while (begun < request.intervalCount() && clock.start(start(day, begun)).isBefore(dataEnd)) {
        begun++;
      }
      return begun;
    }
    LocalDate first = day.isBefore(request.range().from()) ? request.range().from() : day;
    long begun =
        Duration.between(clock.start(first), dataEnd).minusNanos(1).dividedBy(length()) + 1;
    return Math.max(1, Math.min(begun, request.intervalCount()));
  }
}
