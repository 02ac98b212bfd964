package dev.mixpaneldata.expression;

/** What a {@link Logical} does. */
public enum LogicalOperator {
  /** Whether all are true. */
  AND("and", Precedence.AND),
  /** Whether one is true. */
  OR("or", Precedence.OR);

  private final String word;
  private final Precedence precedence;

  LogicalOperator(String word, Precedence precedence) {
    this.word = word;
    this.precedence = precedence;
  }

  /** The operator in an expression. */
  public String word() {
    return word;
  }

  Precedence precedence() {
    return precedence;
  }
}
