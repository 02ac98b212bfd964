package dev.mixpaneldata.operation;

import java.util.List;
import java.util.Locale;

/**
 * The type of a parameter's values.
 *
 * @param kind the kind of one value
 * @param repeated whether it takes a list of them
 * @param choices the values allowed, of {@link Kind#CHOICE} only
 */
public record ParameterType(Kind kind, boolean repeated, List<String> choices) {
  /** The kinds of value, as they look from outside. */
  public enum Kind {
    /** Any text. */
    TEXT,
    /** A whole number. */
    INTEGER,
    /** A number. */
    NUMBER,
    /** True or false; on a command line a flag. */
    BOOLEAN,
    /** A day, {@code 2026-01-31}. */
    DATE,
    /** A length of time, {@code 90s}, {@code 5m}, {@code 1h30m} or {@code PT5M}. */
    DURATION,
    /** The name of a file. */
    FILE,
    /** One of {@link ParameterType#choices()}. */
    CHOICE,
    /** Any JSON value. */
    JSON
  }

  public ParameterType {
    choices = List.copyOf(choices);
  }

  /**
   * Returns the type as the reference shows it: {@code integer}, {@code text[]}, {@code
   * events|profiles}.
   */
  @Override
  public String toString() {
    String one =
        kind == Kind.CHOICE ? String.join("|", choices) : kind.name().toLowerCase(Locale.ROOT);
    if (!repeated) {
      return one;
    }
    return kind == Kind.CHOICE ? "(" + one + ")[]" : one + "[]";
  }
}
