package dev.mixpaneldata.testkit.expression;

import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.expression.ExpressionOptions;

/** Evaluates expressions over one record at a time. Immutable. */
public final class Evaluator {
  private final ExpressionOptions options;

  /** With these answers to what Mixpanel leaves open. */
  public Evaluator(ExpressionOptions options) {
    this.options = options;
  }

  /**
   * The expression's value for a record.
   *
   * @throws EvaluationException if {@code and} or {@code or} meets something that is neither a
   *     boolean nor undefined, in any of its operands; for a function whose meaning is not known;
   *     and for {@code behaviors} and {@code group_properties}, which Mixpanel alone knows
   */
  public Value evaluate(Expression expression, Subject subject) {
    return expression.accept(new Evaluation(subject, options));
  }

  /** Whether a record passes: the value is the boolean true, and nothing else. */
  public boolean matches(Expression condition, Subject subject) {
    return evaluate(condition, subject).equals(new Value.Truth(true));
  }

  /** What {@code string(…)} makes of a value: a text, null or undefined. */
  public Value toText(Value value) {
    return new Casts(options).toText(value);
  }
}
