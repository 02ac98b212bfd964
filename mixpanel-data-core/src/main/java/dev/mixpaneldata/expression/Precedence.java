package dev.mixpaneldata.expression;

/**
 * The precedence of constructs, the loosest first. Mixpanel documents no order; this one, Python's,
 * is what the texts made by its own UI need ({@code not "a" in p}).
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
