package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.storage.expression.SqlValues;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The wall clock of the project's zone. A day has 23 or 25 hours where the clock is changed; an
 * hour that the clock shows twice is one bucket.
 */
record LocalClock(ZoneId zone) {
  /** Returns the time when the day begins. */
  Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** Returns the time when the day after the range begins. */
  Instant end(DateRange range) {
    return start(range.to().plusDays(1));
  }

  LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, zone);
  }

  /** Returns SQL that is true if the time lies in the range. */
  String within(String time, DateRange range) {
    return time
        + " >= "
        + SqlValues.timestamp(start(range.from()))
        + " AND "
        + time
        + " < "
        + SqlValues.timestamp(end(range));
  }

  /**
   * Returns the reading of the clock at a time in the range, as SQL. The offsets are written out:
   * that is exact by Java's rules of the zone, and many times faster than the engine's own time
   * zones.
   */
  String local(String time, DateRange range) {
    ZoneRules rules = zone.getRules();
    Instant end = end(range);
    Instant at = start(range.from());
    ZoneOffsetTransition transition = rules.nextTransition(at);
    if (transition == null || !transition.getInstant().isBefore(end)) {
      return shifted(time, rules.getOffset(at));
    }
    StringBuilder sql = new StringBuilder("CASE");
    while (transition != null && transition.getInstant().isBefore(end)) {
      sql.append(" WHEN ").append(time).append(" < ");
      sql.append(SqlValues.timestamp(transition.getInstant()));
      sql.append(" THEN ").append(shifted(time, transition.getOffsetBefore()));
      at = transition.getInstant();
      transition = rules.nextTransition(at);
    }
    return sql.append(" ELSE ")
        .append(shifted(time, rules.getOffset(at)))
        .append(" END")
        .toString();
  }

  private static String shifted(String time, ZoneOffset offset) {
    int seconds = offset.getTotalSeconds();
    return seconds == 0 ? time : "(" + time + " + INTERVAL (" + seconds + ") SECOND)";
  }

  /** Returns the beginning of the bucket of a time in the range, as SQL DATE or TIMESTAMP. */
  String bucket(String time, DateRange range, BucketUnit unit) {
    String local = local(time, range);
    return switch (unit) {
      case MINUTE -> "date_trunc('minute', " + local + ")";
      case HOUR -> "date_trunc('hour', " + local + ")";
      case DAY -> "(" + local + ")::DATE";
      case WEEK -> "date_trunc('week', (" + local + ")::DATE)::DATE";
      case MONTH -> "date_trunc('month', (" + local + ")::DATE)::DATE";
    };
  }

  /**
   * Returns the first day of the bucket of {@code days} days, counted from the first day of the
   * range.
   */
  String bucketOfDays(String time, DateRange range, int days) {
    String day = "(" + local(time, range) + ")::DATE";
    String first = SqlValues.date(range.from());
    return days == 1
        ? day
        : first + " + ((" + day + " - " + first + ") // " + days + ")::INTEGER * " + days;
  }
}
