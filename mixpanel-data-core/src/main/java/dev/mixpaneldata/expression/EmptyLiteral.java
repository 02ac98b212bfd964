package dev.mixpaneldata.expression;

/** The two constants without a value. They are of different types and never equal. */
public enum EmptyLiteral implements Expression {
  /** {@code null}: set, to nothing. */
  NULL("null"),
  /** {@code undefined}: not set. */
  UNDEFINED("undefined");

  private final String word;

  EmptyLiteral(String word) {
    this.word = word;
  }

  /** Returns the word as written in an expression. */
  public String word() {
    return word;
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitEmpty(this);
  }

  @Override
  public String toString() {
    return text();
  }
}
