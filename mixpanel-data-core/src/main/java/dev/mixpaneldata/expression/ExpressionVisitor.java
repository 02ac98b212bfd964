package dev.mixpaneldata.expression;

/**
 * One method for each kind of node; {@link Expression#accept} calls the right one. Whoever gives
 * the tree a meaning implements this, and the compiler sees to it that no node is forgotten.
 *
 * @param <R> what is made of a node
 */
public interface ExpressionVisitor<R> {
  R visitAccessor(Accessor accessor);

  R visitString(StringLiteral literal);

  R visitNumber(NumberLiteral literal);

  R visitBoolean(BooleanLiteral literal);

  R visitEmpty(EmptyLiteral literal);

  R visitList(ListLiteral list);

  R visitUnary(Unary unary);

  R visitBinary(Binary binary);

  R visitLogical(Logical logical);

  R visitCall(FunctionCall call);
}
