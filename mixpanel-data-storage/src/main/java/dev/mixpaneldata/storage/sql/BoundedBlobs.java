package dev.mixpaneldata.storage.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses long binary values. The driver copies those of up to 2048 rows at once and does not check
 * that Java got the memory: too much ends the JVM instead of the query.
 */
final class BoundedBlobs {
  /** The longest binary value in bytes; 2048 of these are 32 MB. */
  private static final int MOST_BYTES = 16_384;

  private static final String BLOB = "BLOB";

  private BoundedBlobs() {}

  /** Returns the query with an error in place of binary values that are too long. */
  static String in(Connection connection, String text) throws SQLException {
    List<String> cells = new ArrayList<>();
    List<String> aliases = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      ResultSetMetaData columns = statement.getMetaData();
      if (columns == null) {
        return text;
      }
      boolean any = false;
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        boolean binary = columns.getColumnTypeName(i).contains(BLOB);
        any |= binary;
        aliases.add("c" + i);
        cells.add(
            (binary ? bounded("c" + i, columns.getColumnTypeName(i)) : "c" + i)
                + " AS "
                + quoted(columns.getColumnName(i)));
      }
      String query = any ? clean(connection, text) : null;
      return query == null
          ? text
          : "SELECT %s FROM (%s) AS t(%s)"
              .formatted(String.join(", ", cells), query, String.join(", ", aliases));
    }
  }

  private static String bounded(String column, String type) {
    String length = type.equals(BLOB) ? "octet_length(%s)" : "strlen(%s::VARCHAR)";
    return ("CASE WHEN "
            + length
            + " > %d THEN error('Invalid Input Error: a binary value of the result has more than"
            + " %d bytes; take its octet_length(), base64() or a part of it') ELSE %s END")
        .formatted(column, MOST_BYTES, MOST_BYTES, column);
  }

  /**
   * Returns the query without comments and semicolon, as the engine writes it; null if it cannot.
   */
  private static @Nullable String clean(Connection connection, String text) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT CASE WHEN tree->>'error' = 'false' THEN json_deserialize_sql(tree) END"
                + " FROM (SELECT json_serialize_sql(?) AS tree)")) {
      statement.setString(1, text);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
