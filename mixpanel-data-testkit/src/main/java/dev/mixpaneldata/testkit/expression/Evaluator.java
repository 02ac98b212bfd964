package dev.mixpaneldata.testkit.expression;

import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.expression.ExpressionOptions;

/** An evaluator of expressions over one record at a time. Immutable. */
public final class Evaluator {
  private final ExpressionOptions options;

  /** Creates an evaluator with these choices where Mixpanel's documents are silent. */
  public Evaluator(ExpressionOptions options) {
    this.options = options;
  }

  /**
   * Returns the expression's value for a record.
   *
   * @throws EvaluationException if {@code and} or {@code or} meets something that is neither a
   *     boolean nor undefined, in any of its operands; for a function whose meaning is not known;
   *     and for {@code behaviors} and {@code group_properties}, which Mixpanel alone knows
   */
  public Value evaluate(Expression expression, Subject subject) {
    return expression.accept(new Evaluation(subject, options));
  }

  /** Returns whether a record passes: only the boolean true does. */
  public boolean matches(Expression condition, Subject subject) {
    return evaluate(condition, subject).equals(new Value.Truth(true));
  }

  /** Returns the value of {@code string(…)} for a value: a text, null or undefined. */
  public Value toText(Value value) {
    return new Casts(options).toText(value);
  }
}
