package dev.mixpaneldata.mcp.analysis;

/** Names and values of a project as DuckDB's SQL. */
public final class SqlText {
  private SqlText() {}

  /** A text in quotes. */
  public static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** The name of a table or column. */
  public static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The value of an event's property, as text. */
  static String property(String name) {
    String path = name.replace("\\", "\\\\").replace("\"", "\\\"");
    return "(properties->>" + text("$.\"" + path + "\"") + ")";
  }
}
