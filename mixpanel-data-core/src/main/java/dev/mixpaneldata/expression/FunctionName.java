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
  /** The point in time that a text or number says. */
  DATETIME(1),
  /** The next whole number below. */
  FLOOR(1),
  /** The nearest whole number. */
  ROUND(1),
  /** The next whole number above. */
  CEIL(1),
  /** Whether the first text begins with the second. */
  HAS_PREFIX(2),
  /** Whether the first text ends with the second. */
  HAS_SUFFIX(2);

  private final int arity;

  FunctionName(int arity) {
    this.arity = arity;
  }

  /** The name in an expression. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many arguments it takes. */
  public int arity() {
    return arity;
  }

  /** The function of this exact name, if it is known. */
  public static Optional<FunctionName> named(String word) {
    return Arrays.stream(values()).filter(function -> function.word().equals(word)).findFirst();
  }
}
