package dev.mixpaneldata.storage.export;

import dev.mixpaneldata.internal.CsvField;
import dev.mixpaneldata.storage.sql.RowReader;
import dev.mixpaneldata.store.SqlColumn;
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
 * Writes CSV as in RFC 4180: a header, CRLF, quotes where needed. All columns, in order; NULL is an
 * empty field and an empty text is {@code ""}; times are ISO 8601 in UTC; properties are JSON.
 */
final class CsvWriter {
  private CsvWriter() {}

  static long write(Connection connection, String rowsInSql, Path file)
      throws SQLException, IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file);
        Statement statement = connection.createStatement()) {
      statement.execute("SET jdbc_stream_results = true");
      try (ResultSet result = statement.executeQuery("SELECT * FROM " + rowsInSql)) {
        RowReader reader = RowReader.of(result);
        line(writer, reader.columns().stream().map(SqlColumn::name).toList());
        long rows = 0;
        while (result.next()) {
          line(writer, reader.read());
          rows++;
        }
        return rows;
      }
    }
  }

  private static void line(BufferedWriter writer, List<? extends @Nullable Object> cells)
      throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        writer.write(',');
      }
      Object cell = cells.get(i);
      if (cell != null) {
        String text = cell instanceof LocalDateTime time ? IsoTime.of(time) : cell.toString();
        writer.write(CsvField.of(text));
      }
    }
    writer.write("\r\n");
  }
}
