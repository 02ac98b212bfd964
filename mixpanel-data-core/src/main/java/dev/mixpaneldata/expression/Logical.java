package dev.mixpaneldata.expression;

import dev.mixpaneldata.error.MixpanelDataException;
import java.util.ArrayList;
import java.util.List;

/**
 * Two or more conditions joined by the same word: {@code a or b or c} is one node, so that long
 * chains stay flat. Parentheses keep their own node: {@code (a or b) or c} is two.
 */
public record Logical(LogicalOperator operator, List<Expression> operands) implements Expression {
  /** Copies the operands and refuses fewer than two. */
  public Logical {
    operands = List.copyOf(operands);
    if (operands.size() < 2) {
      throw MixpanelDataException.invalidArgument(
          "'" + operator.word() + "' joins at least two conditions, not " + operands.size() + ".",
          "Give at least two, or use the one condition alone.");
    }
  }

  /** Appends to a chain of the same operator, else starts one. */
  static Logical join(LogicalOperator operator, Expression left, Expression right) {
    List<Expression> operands = new ArrayList<>();
    if (left instanceof Logical chain && chain.operator == operator) {
      operands.addAll(chain.operands);
    } else {
      operands.add(left);
    }
    operands.add(right);
    return new Logical(operator, operands);
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitLogical(this);
  }

  @Override
  public String toString() {
    return text();
  }
}
