package dev.mixpaneldata.storage.expression;

import dev.mixpaneldata.expression.ExpressionOptions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Datetimes written as constants, so that most filters on time become plain comparisons. */
final class Datetimes {
  private static final int DAY_LENGTH = "2026-01-10".length();

  private Datetimes() {}

  static Optional<Instant> of(double number) {
    BigDecimal exact = new BigDecimal(number);
    boolean seconds = Math.abs(number) < ExpressionOptions.MILLISECONDS_FROM;
    BigDecimal millis = (seconds ? exact.movePointRight(3) : exact).setScale(0, RoundingMode.FLOOR);
    return millis.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
        ? Optional.empty()
        : within(Instant.ofEpochMilli(millis.longValueExact()));
  }

  static Optional<Instant> of(String text, ZoneId zone) {
    if (!text.matches(ExpressionOptions.DATETIME_TEXT)) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(text.substring(0, DAY_LENGTH));
      String rest = text.length() == DAY_LENGTH ? "00:00" : text.substring(DAY_LENGTH + 1);
      int offsetAt = offsetAt(rest);
      LocalDateTime wallClock = day.atTime(LocalTime.parse(rest.substring(0, offsetAt)));
      ZoneId written = offsetAt == rest.length() ? zone : ZoneOffset.of(rest.substring(offsetAt));
      return within(wallClock.atZone(written).toInstant().truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException notInTheCalendar) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> within(Instant instant) {
    return instant.isBefore(ExpressionOptions.EARLIEST) || instant.isAfter(ExpressionOptions.LATEST)
        ? Optional.empty()
        : Optional.of(instant);
  }

  private static int offsetAt(String time) {
    for (int i = 0; i < time.length(); i++) {
      if ("Z+-".indexOf(time.charAt(i)) >= 0) {
        return i;
      }
    }
    return time.length();
  }
}
