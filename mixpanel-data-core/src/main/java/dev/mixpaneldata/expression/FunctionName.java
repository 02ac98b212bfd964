package dev.mixpaneldata.expression;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The functions whose meaning is known, and which local reports can therefore compute. */
public enum FunctionName {
  /** The value as a boolean. */
  BOOLEAN(1),
  /** The value as a number. */
  NUMBER(1),
  /** The value as a text. */
  STRING(1),
  /** The value as a list. */
  LIST(1),
  /** The point in time that a text or number denotes. */
  DATETIME(1),
  /** The next whole number below. */
  FLOOR(1),
  /** The nearest whole number. */
  ROUND(1),
  /** The next whole number above. */
  CEIL(1),
  /** True if the first text begins with the second. */
  HAS_PREFIX(2),
  /** True if the first text ends with the second. */
  HAS_SUFFIX(2);

  private final int arity;

  FunctionName(int arity) {
    this.arity = arity;
  }

  /** Returns the name as written in an expression. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the number of its arguments. */
  public int arity() {
    return arity;
  }

  /** Returns the function of this exact name, if it is known. */
  public static Optional<FunctionName> named(String word) {
    return Arrays.stream(values()).filter(function -> function.word().equals(word)).findFirst();
  }
}
