package dev.mixpaneldata.expression;

/**
 * A visitor of expressions with one method for each kind of node; {@link Expression#accept} calls
 * the right one. Code that gives the tree a meaning implements it, and the compiler ensures that no
 * kind of node is forgotten.
 *
 * @param <R> the result for a node
 */
public interface ExpressionVisitor<R> {
  R visitAccessor(Accessor accessor);

  R visitString(StringLiteral literal);

  R visitNumber(NumberLiteral literal);

  R visitBoolean(BooleanLiteral literal);

  R visitEmpty(EmptyLiteral literal);

  R visitNow();

  R visitList(ListLiteral list);

  R visitUnary(Unary unary);

  R visitBinary(Binary binary);

  R visitLogical(Logical logical);

  R visitCall(FunctionCall call);
}
