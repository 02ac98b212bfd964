package dev.mixpaneldata.report.definition;

import dev.mixpaneldata.expression.Accessor;
import dev.mixpaneldata.expression.Binary;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.expression.FunctionCall;
import dev.mixpaneldata.expression.FunctionName;
import dev.mixpaneldata.expression.InfixOperator;
import dev.mixpaneldata.expression.Now;
import dev.mixpaneldata.expression.NumberLiteral;
import dev.mixpaneldata.expression.PrefixOperator;
import dev.mixpaneldata.expression.StringLiteral;
import dev.mixpaneldata.expression.Unary;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A property, or a value computed from properties, compared with a constant on the right.
 *
 * @param asTime whether the property is read as a datetime
 */
record Comparison(
    Expression property, boolean asTime, InfixOperator operator, Expression constant) {
  /** Returns the comparison that an expression is; empty if it is something else. */
  static Optional<Comparison> of(Expression expression) {
    if (!(expression instanceof Binary binary) || flipped(binary.operator()).isEmpty()) {
      return Optional.empty();
    }
    Optional<Comparison> direct = of(binary.left(), binary.operator(), binary.right());
    return direct.isPresent()
        ? direct
        : flipped(binary.operator()).flatMap(op -> of(binary.right(), op, binary.left()));
  }

  private static Optional<Comparison> of(
      Expression property, InfixOperator operator, Expression constant) {
    if (constant instanceof Accessor || CustomFormula.computes(constant)) {
      return Optional.empty();
    }
    if (property instanceof Accessor || CustomFormula.computes(property)) {
      return Optional.of(new Comparison(property, false, operator, constant));
    }
    return property instanceof FunctionCall call
            && call.function().filter(f -> f == FunctionName.DATETIME).isPresent()
            && call.arguments().get(0) instanceof Accessor accessor
        ? Optional.of(new Comparison(accessor, true, operator, constant))
        : Optional.empty();
  }

  /** Returns how long after the question the point in time on the right lies, if NOW is in it. */
  Optional<Long> secondsFromNow() {
    if (!(constant instanceof FunctionCall call)
        || call.function().filter(f -> f == FunctionName.DATETIME).isEmpty()) {
      return Optional.empty();
    }
    Expression point = call.arguments().get(0);
    if (point == Now.NOW) {
      return Optional.of(0L);
    }
    return point instanceof Binary shift && shift.left() == Now.NOW
        ? number(shift.right())
            .flatMap(
                seconds ->
                    switch (shift.operator()) {
                      case ADD -> Optional.of(seconds.longValue());
                      case SUBTRACT -> Optional.of(-seconds.longValue());
                      default -> Optional.empty();
                    })
        : Optional.empty();
  }

  private static Optional<InfixOperator> flipped(InfixOperator operator) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL -> Optional.of(operator);
      case LESS -> Optional.of(InfixOperator.GREATER);
      case LESS_OR_EQUAL -> Optional.of(InfixOperator.GREATER_OR_EQUAL);
      case GREATER -> Optional.of(InfixOperator.LESS);
      case GREATER_OR_EQUAL -> Optional.of(InfixOperator.LESS_OR_EQUAL);
      case IN, NOT_IN, ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> Optional.empty();
    };
  }

  /** Returns the number on the right, if it is one. */
  Optional<BigDecimal> number() {
    return number(constant);
  }

  static Optional<BigDecimal> number(Expression constant) {
    if (constant instanceof NumberLiteral literal) {
      return Optional.of(new BigDecimal(literal.digits()));
    }
    return constant instanceof Unary sign && sign.operator() == PrefixOperator.NEGATE
        ? number(sign.operand()).map(BigDecimal::negate)
        : Optional.empty();
  }

  /**
   * Returns the day that begins at the point in time on the right, if times are compared. Two texts
   * are compared by their letters, which no filter of dates does.
   */
  Optional<String> day() {
    if (!asTime) {
      return Optional.empty();
    }
    Expression text =
        constant instanceof FunctionCall call
                && call.function().filter(f -> f == FunctionName.DATETIME).isPresent()
            ? call.arguments().get(0)
            : constant;
    return text instanceof StringLiteral literal
            && literal.value().matches("\\d{4}-\\d\\d-\\d\\d([T ]00:00(:00(\\.0+)?)?)?")
        ? Optional.of(literal.value().substring(0, "2026-01-05".length()))
        : Optional.empty();
  }
}
