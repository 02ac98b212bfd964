package dev.mixpaneldata.storage.export;

import dev.mixpaneldata.store.TableType;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON lines: the fixed columns of the table as keys, {@code properties} as the object that
 * Mixpanel sent, to the digit. Promoted columns are not repeated, as they are in it.
 */
final class JsonLinesWriter {
  private JsonLinesWriter() {}

  static long write(Connection connection, ExportedRows source, Path file)
      throws SQLException, IOException {
    List<String> columns = columns(source.type());
    try (BufferedWriter writer = Files.newBufferedWriter(file);
        Statement statement = connection.createStatement()) {
      statement.execute("SET jdbc_stream_results = true");
      try (ResultSet result = statement.executeQuery(query(source, columns))) {
        long rows = 0;
        while (result.next()) {
          for (int i = 0; i < columns.size(); i++) {
            writer.write(i == 0 ? "{\"" : ",\"");
            writer.write(columns.get(i));
            writer.write("\":");
            writer.write(value(result, i + 1, columns.get(i)));
          }
          writer.write("}\n");
          rows++;
        }
        return rows;
      }
    }
  }

  private static List<String> columns(TableType type) {
    return switch (type) {
      case EVENTS -> List.of("event_name", "event_time", "distinct_id", "insert_id", "properties");
      case PROFILES -> List.of("distinct_id", "last_seen", "properties");
    };
  }

  /**
   * Returns the query for the lines. Texts come out of the engine with JSON's quotes and escapes.
   */
  private static String query(ExportedRows source, List<String> columns) {
    List<String> values =
        columns.stream()
            .map(
                column ->
                    isTime(column) || column.equals("properties")
                        ? column
                        : "to_json(" + column + ")::VARCHAR")
            .toList();
    return "SELECT " + String.join(", ", values) + " FROM " + source.sql();
  }

  private static String value(ResultSet result, int index, String column) throws SQLException {
    if (isTime(column)) {
      @Nullable LocalDateTime time = result.getObject(index, LocalDateTime.class);
      return time == null ? "null" : '"' + IsoTime.of(time) + '"';
    }
    String text = result.getString(index);
    // Line ends in JSON are only space between tokens; here they would end the line.
    return text == null ? "null" : text.replace('\n', ' ').replace('\r', ' ');
  }

  private static boolean isTime(String column) {
    return column.equals("event_time") || column.equals("last_seen");
  }
}
