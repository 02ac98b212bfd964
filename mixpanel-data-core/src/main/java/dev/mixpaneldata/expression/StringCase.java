package dev.mixpaneldata.expression;

/** Whether upper and lower case are told apart. */
public enum StringCase {
  /** {@code "A"} and {@code "a"} differ. */
  SENSITIVE,
  /** They are the same: texts are compared by the simple lower case of each code point. */
  IGNORED
}
