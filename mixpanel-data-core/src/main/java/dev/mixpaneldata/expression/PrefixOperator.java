package dev.mixpaneldata.expression;

/** The operators before the operand of a {@link Unary}. */
public enum PrefixOperator {
  /** {@code not x}. Binds looser than comparisons and {@code in}: {@code not "a" in p}. */
  NOT,
  /** {@code -x}. */
  NEGATE,
  /** {@code defined(x)}, also read without the parentheses of a call. */
  DEFINED
}
