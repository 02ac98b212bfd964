package dev.mixpaneldata.expression;

/**
 * The time of the question, in whole seconds since 1970: {@code datetime(NOW - 604800)} is a week
 * ago.
 */
public enum Now implements Expression {
  NOW;

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitNow();
  }

  @Override
  public String toString() {
    return text();
  }
}
