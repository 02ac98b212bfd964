package dev.mixpaneldata.storage.file;

/** Names in SQL, which cannot be bound: the one place that quotes them. */
public final class Identifiers {
  /** Tables that a load is still filling are named with this; nobody else may use it. */
  public static final String STAGING_PREFIX = "_mp_";

  private Identifiers() {}

  /** The name as an SQL identifier. */
  public static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The text as an SQL string, for the few places where none can be bound. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
