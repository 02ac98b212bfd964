package dev.mixpaneldata.expression;

/**
 * How tightly a construct binds, loosest first. Mixpanel documents no order; this one, Python's, is
 * what the texts made by its own UI need ({@code not "a" in p}).
 */
enum Precedence {
  OR,
  AND,
  NOT,
  COMPARISON,
  SUM,
  PRODUCT,
  SIGN,
  PRIMARY;

  Precedence next() {
    return values()[ordinal() + 1];
  }

  boolean looserThan(Precedence other) {
    return compareTo(other) < 0;
  }
}
