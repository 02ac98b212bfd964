package dev.mixpaneldata.expression;

import dev.mixpaneldata.error.MixpanelDataException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Java values as constants of an expression. */
final class Literals {
  /** The form of Mixpanel's own examples. */
  private static final DateTimeFormatter WALL_CLOCK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  /** The smallest double has 1074 digits behind the point when it is written exactly. */
  private static final int LONGEST_FRACTION = 1100;

  private Literals() {}

  static Expression number(Number value) {
    return number(decimal(value));
  }

  private static Expression number(BigDecimal value) {
    // A double's minus zero has lost its sign by now; it compares as zero anyway.
    Expression magnitude = new NumberLiteral(value.abs().toPlainString());
    return value.signum() < 0 ? new Unary(PrefixOperator.NEGATE, magnitude) : magnitude;
  }

  private static BigDecimal decimal(Number value) {
    if (!Double.isFinite(value.doubleValue())) {
      throw unwritable(value);
    }
    try {
      BigDecimal exact = new BigDecimal(value.toString());
      if (exact.scale() > LONGEST_FRACTION) {
        throw unwritable(value);
      }
      boolean fractional = value instanceof Double || value instanceof Float;
      // 10.0 reads better as 10; trailing zeros of a BigDecimal are the caller's choice.
      return fractional ? exact.stripTrailingZeros() : exact;
    } catch (NumberFormatException e) {
      throw unwritable(value);
    }
  }

  private static MixpanelDataException unwritable(Number value) {
    return MixpanelDataException.invalidArgument(
        "The number " + value + " cannot be written in an expression.", "Use a finite number.");
  }

  static Expression list(List<?> values) {
    return new ListLiteral(values.stream().map(Literals::element).toList());
  }

  private static Expression element(Object value) {
    if (value instanceof Expression expression) {
      return expression;
    } else if (value instanceof String text) {
      return new StringLiteral(text);
    } else if (value instanceof Number number) {
      return number(number);
    } else if (value instanceof Boolean truth) {
      return new BooleanLiteral(truth);
    }
    throw MixpanelDataException.invalidArgument(
        "A list of an expression cannot hold a " + value.getClass().getSimpleName() + ".",
        "Give strings, numbers, booleans or expressions.");
  }

  static Expression datetime(Instant instant) {
    long millis = instant.toEpochMilli();
    BigDecimal written =
        Math.abs(millis) >= ExpressionOptions.MILLISECONDS_FROM
            ? BigDecimal.valueOf(millis)
            // Milliseconds this near to 1970 would be read as seconds.
            : BigDecimal.valueOf(millis, 3).stripTrailingZeros();
    return new FunctionCall(FunctionName.DATETIME, number(written));
  }

  static Expression datetime(LocalDateTime wallClock) {
    return new FunctionCall(FunctionName.DATETIME, new StringLiteral(WALL_CLOCK.format(wallClock)));
  }
}
