package dev.mixpaneldata.expression;

/** The operators that join conditions in a {@link Logical}. */
public enum LogicalOperator {
  /** True if all conditions are true. */
  AND("and", Precedence.AND),
  /** True if at least one condition is true. */
  OR("or", Precedence.OR);

  private final String word;
  private final Precedence precedence;

  LogicalOperator(String word, Precedence precedence) {
    this.word = word;
    this.precedence = precedence;
  }

  /** Returns the operator as written in an expression. */
  public String word() {
    return word;
  }

  Precedence precedence() {
    return precedence;
  }
}
