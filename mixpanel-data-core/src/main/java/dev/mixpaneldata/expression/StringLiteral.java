package dev.mixpaneldata.expression;

/** A constant text, unescaped. */
public record StringLiteral(String value) implements Expression {
  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitString(this);
  }

  @Override
  public String toString() {
    return text();
  }
}
