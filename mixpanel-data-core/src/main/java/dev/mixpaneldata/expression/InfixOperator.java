package dev.mixpaneldata.expression;

/** The operators between two operands of a {@link Binary}. */
public enum InfixOperator {
  EQUAL("==", Precedence.COMPARISON),
  NOT_EQUAL("!=", Precedence.COMPARISON),
  LESS("<", Precedence.COMPARISON),
  LESS_OR_EQUAL("<=", Precedence.COMPARISON),
  GREATER(">", Precedence.COMPARISON),
  GREATER_OR_EQUAL(">=", Precedence.COMPARISON),
  /** A text in a text, or a value in a list. */
  IN("in", Precedence.COMPARISON),
  /** The negation of {@link #IN}. It is weakly attested; {@code not x in y} is the safe form. */
  NOT_IN("not in", Precedence.COMPARISON),
  ADD("+", Precedence.SUM),
  SUBTRACT("-", Precedence.SUM),
  MULTIPLY("*", Precedence.PRODUCT),
  DIVIDE("/", Precedence.PRODUCT),
  REMAINDER("%", Precedence.PRODUCT);

  private final String word;
  private final Precedence precedence;

  InfixOperator(String word, Precedence precedence) {
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
