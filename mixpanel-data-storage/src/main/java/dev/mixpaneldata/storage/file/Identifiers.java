package dev.mixpaneldata.storage.file;

/** Quotes names in SQL, which cannot be bound. This is the one place that does so. */
public final class Identifiers {
  /** The prefix of tables that a load is still filling; nobody else may use it. */
  public static final String STAGING_PREFIX = "_mp_";

  private Identifiers() {}

  /** Returns the name as an SQL identifier. */
  public static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Returns the text as an SQL string, for the few places where no text can be bound. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
