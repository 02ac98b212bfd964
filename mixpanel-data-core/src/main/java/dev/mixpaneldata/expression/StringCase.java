package dev.mixpaneldata.expression;

/** The treatment of upper and lower case in comparisons of texts. */
public enum StringCase {
  /** {@code "A"} and {@code "a"} differ. */
  SENSITIVE,
  /** They are equal: texts are compared by the simple lower case of each code point. */
  IGNORED
}
