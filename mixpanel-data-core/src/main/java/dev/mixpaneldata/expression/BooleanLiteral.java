package dev.mixpaneldata.expression;

/** {@code true} or {@code false}. */
public record BooleanLiteral(boolean value) implements Expression {
  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitBoolean(this);
  }

  @Override
  public String toString() {
    return text();
  }
}
