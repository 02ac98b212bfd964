package dev.mixpaneldata.expression;

import dev.mixpaneldata.error.MixpanelDataException;
import java.util.regex.Pattern;

/**
 * A constant number without a sign, as it was written: {@code 1.50} stays {@code 1.50}. Negative
 * numbers are {@link PrefixOperator#NEGATE} of one; {@link Expression#literal(Number)} makes both.
 *
 * @param digits digits, perhaps with a fraction and an exponent
 */
public record NumberLiteral(String digits) implements Expression {
  private static final Pattern FORM = Pattern.compile("[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  /** Refuses texts that are not numbers, and numbers beyond the range of a double. */
  public NumberLiteral {
    if (!FORM.matcher(digits).matches()) {
      throw MixpanelDataException.invalidArgument(
          "The number '" + digits + "' cannot be written in an expression.",
          "Write digits, with a fraction or an exponent where needed, such as 12, 0.5 or 1e6.");
    }
    if (Double.isInfinite(Double.parseDouble(digits))) {
      throw MixpanelDataException.invalidArgument(
          "The number '" + digits + "' is too large: Mixpanel's numbers are doubles.",
          "Use a number below 1.7e308.");
    }
  }

  /** Returns the nearest double, which is the number that Mixpanel computes with. */
  public double value() {
    return Double.parseDouble(digits);
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitNumber(this);
  }

  @Override
  public String toString() {
    return text();
  }
}
