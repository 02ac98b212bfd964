package dev.mixpaneldata.expression;

/** An operator and its operand. */
public record Unary(PrefixOperator operator, Expression operand) implements Expression {
  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitUnary(this);
  }

  @Override
  public String toString() {
    return text();
  }
}
