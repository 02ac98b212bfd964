package dev.mixpaneldata.expression;

import java.util.List;

/** A list written out: {@code ["a", "b"]}. */
public record ListLiteral(List<Expression> elements) implements Expression {
  /** Copies the elements. */
  public ListLiteral {
    elements = List.copyOf(elements);
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitList(this);
  }

  @Override
  public String toString() {
    return text();
  }
}
