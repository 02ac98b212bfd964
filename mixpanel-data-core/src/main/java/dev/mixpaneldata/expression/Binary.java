package dev.mixpaneldata.expression;

/** An operator between two operands. {@code and} and {@code or} are {@link Logical}. */
public record Binary(InfixOperator operator, Expression left, Expression right)
    implements Expression {
  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitBinary(this);
  }

  @Override
  public String toString() {
    return text();
  }
}
