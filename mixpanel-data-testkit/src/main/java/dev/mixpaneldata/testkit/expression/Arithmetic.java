package dev.mixpaneldata.testkit.expression;

import dev.mixpaneldata.expression.HalfRounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.DoubleBinaryOperator;

/** Operators and functions over numbers; values of other types give undefined. */
final class Arithmetic {
  private Arithmetic() {}

  static Value add(Value left, Value right) {
    if (left instanceof Value.Text first && right instanceof Value.Text second) {
      return new Value.Text(first.value() + second.value());
    }
    return compute(left, right, Double::sum);
  }

  /** Computes a number; returns undefined also if the result is not finite. */
  static Value compute(Value left, Value right, DoubleBinaryOperator operator) {
    return left instanceof Value.Numeric first && right instanceof Value.Numeric second
        ? Value.number(operator.applyAsDouble(first.value(), second.value()))
        : Value.Empty.UNDEFINED;
  }

  static Value floor(Value value) {
    return toWhole(value, RoundingMode.FLOOR);
  }

  static Value ceil(Value value) {
    return toWhole(value, RoundingMode.CEILING);
  }

  static Value round(Value value, HalfRounding halves) {
    boolean negative = value instanceof Value.Numeric number && number.value() < 0;
    return toWhole(
        value,
        switch (halves) {
          case AWAY_FROM_ZERO -> RoundingMode.HALF_UP;
          case TO_EVEN -> RoundingMode.HALF_EVEN;
          // HALF_DOWN is towards zero, which is up for negative numbers.
          case UP -> negative ? RoundingMode.HALF_DOWN : RoundingMode.HALF_UP;
        });
  }

  private static Value toWhole(Value value, RoundingMode mode) {
    return value instanceof Value.Numeric number
        ? new Value.Numeric(new BigDecimal(number.value()).setScale(0, mode).doubleValue())
        : Value.Empty.UNDEFINED;
  }
}
