package dev.mixpaneldata.internal.line;

/** The kinds of JSON values; the first byte determines the kind. */
public enum ValueKind {
  /** A text. */
  STRING,
  /** A number. */
  NUMBER,
  /** {@code true} or {@code false}. */
  BOOLEAN,
  /** {@code null}. */
  NULL,
  /** An object. */
  OBJECT,
  /** A list. */
  ARRAY;

  /** Returns the kind of the valid value that starts with this byte. */
  public static ValueKind of(byte first) {
    return switch (first) {
      case '"' -> STRING;
      case '{' -> OBJECT;
      case '[' -> ARRAY;
      case 't', 'f' -> BOOLEAN;
      case 'n' -> NULL;
      default -> NUMBER;
    };
  }
}
