package dev.mixpaneldata.testkit.expression;

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
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The functions that convert a value to another type. */
final class Casts {
  private static final DateTimeFormatter WALL_CLOCK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private static final int DAY_LENGTH = "2026-01-10".length();

  private final ExpressionOptions options;

  Casts(ExpressionOptions options) {
    this.options = options;
  }

  Value toText(Value value) {
    if (value instanceof Value.Numeric number) {
      return new Value.Text(NumberText.of(number.value()));
    } else if (value instanceof Value.Truth truth) {
      return new Value.Text(truth.value() ? "true" : "false");
    } else if (value instanceof Value.Datetime datetime) {
      return new Value.Text(WALL_CLOCK.format(datetime.value().atZone(options.datetimeZone())));
    } else if (value instanceof Value.Text || value == Value.Empty.NULL) {
      return value;
    }
    return Value.Empty.UNDEFINED;
  }

  Value toNumber(Value value) {
    if (value instanceof Value.Numeric) {
      return value;
    } else if (value instanceof Value.Truth truth) {
      return new Value.Numeric(truth.value() ? 1 : 0);
    } else if (value instanceof Value.Text text
        && text.value().matches(ExpressionOptions.NUMBER_TEXT)) {
      return Value.number(Double.parseDouble(text.value().strip()));
    }
    return Value.Empty.UNDEFINED;
  }

  Value toBoolean(Value value) {
    boolean falsy =
        value instanceof Value.Empty
            || value.equals(new Value.Truth(false))
            || value.equals(new Value.Numeric(0))
            || value.equals(new Value.Text(""))
            || value.equals(new Value.Text("false"));
    return new Value.Truth(!falsy);
  }

  Value toList(Value value) {
    if (value instanceof Value.Elements || value == Value.Empty.UNDEFINED) {
      return value;
    }
    return new Value.Elements(List.of(value));
  }

  Value toDatetime(Value value) {
    if (value instanceof Value.Datetime) {
      return value;
    } else if (value instanceof Value.Numeric number) {
      return fromNumber(number.value());
    } else if (value instanceof Value.Text text
        && text.value().matches(ExpressionOptions.DATETIME_TEXT)) {
      return fromText(text.value());
    }
    return Value.Empty.UNDEFINED;
  }

  private static Value fromNumber(double number) {
    BigDecimal exact = new BigDecimal(number);
    boolean seconds = Math.abs(number) < ExpressionOptions.MILLISECONDS_FROM;
    BigDecimal millis = seconds ? exact.movePointRight(3) : exact;
    BigDecimal whole = millis.setScale(0, RoundingMode.FLOOR);
    BigDecimal latest = BigDecimal.valueOf(ExpressionOptions.LATEST.toEpochMilli());
    BigDecimal earliest = BigDecimal.valueOf(ExpressionOptions.EARLIEST.toEpochMilli());
    return whole.compareTo(earliest) < 0 || whole.compareTo(latest) > 0
        ? Value.Empty.UNDEFINED
        : new Value.Datetime(Instant.ofEpochMilli(whole.longValueExact()));
  }

  private Value fromText(String text) {
    try {
      LocalDate day = LocalDate.parse(text.substring(0, DAY_LENGTH));
      String rest = text.length() == DAY_LENGTH ? "00:00" : text.substring(DAY_LENGTH + 1);
      int zoneStart = zoneStart(rest);
      LocalDateTime wallClock = day.atTime(LocalTime.parse(rest.substring(0, zoneStart)));
      Instant instant =
          wallClock
              .atZone(zone(rest.substring(zoneStart)))
              .toInstant()
              .truncatedTo(ChronoUnit.MILLIS);
      return instant.isBefore(ExpressionOptions.EARLIEST)
              || instant.isAfter(ExpressionOptions.LATEST)
          ? Value.Empty.UNDEFINED
          : new Value.Datetime(instant);
    } catch (DateTimeException notInTheCalendar) {
      return Value.Empty.UNDEFINED;
    }
  }

  private static int zoneStart(String time) {
    for (int i = 0; i < time.length(); i++) {
      if ("Z+-".indexOf(time.charAt(i)) >= 0) {
        return i;
      }
    }
    return time.length();
  }

  private ZoneId zone(String written) {
    return written.isEmpty() ? options.datetimeZone() : ZoneOffset.of(written);
  }
}
