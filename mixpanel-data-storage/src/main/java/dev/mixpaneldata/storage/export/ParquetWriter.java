package dev.mixpaneldata.storage.export;

import dev.mixpaneldata.storage.file.Identifiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes Parquet with zstd, all columns as they are; {@code properties} is a text with the type
 * JSON.
 */
final class ParquetWriter {
  private static final String OPTIONS = " (FORMAT parquet, COMPRESSION zstd)";

  private ParquetWriter() {}

  /** Writes one file. Returns the number of rows. */
  static long one(Connection connection, String rowsInSql, Path file) throws SQLException {
    return copy(connection, "SELECT * FROM " + rowsInSql, file);
  }

  /**
   * Writes {@code day=2026-01-31/data_0.parquet} for each UTC day that has rows, which DuckDB,
   * Spark and pandas read as one table with a column {@code day}.
   */
  static long byDay(Connection connection, String rowsInSql, Path folder)
      throws SQLException, IOException {
    // One COPY a day and not PARTITION_BY, which keeps rows of many days in memory at once. Rows
    // lie in the order of their days, so that each finds its own without reading the rest.
    List<@Nullable String> days = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT DISTINCT event_time::DATE::VARCHAR AS day FROM "
                    + rowsInSql
                    + " ORDER BY day")) {
      while (row.next()) {
        days.add(row.getString(1));
      }
    }
    Files.createDirectory(folder);
    long rows = 0;
    for (@Nullable String day : days) {
      // Hive's name for rows without a value; Mixpanel sends none, but none may be lost.
      String folderName = "day=" + (day == null ? "__HIVE_DEFAULT_PARTITION__" : day);
      Path file = Files.createDirectory(folder.resolve(folderName)).resolve("data_0.parquet");
      String condition = "event_time IS NULL";
      if (day != null) {
        String date = "DATE " + Identifiers.literal(day);
        condition = "event_time >= " + date + " AND event_time < " + date + " + 1";
      }
      rows += copy(connection, "SELECT * FROM " + rowsInSql + " WHERE " + condition, file);
    }
    return rows;
  }

  private static long copy(Connection connection, String query, Path file) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(
          "COPY (" + query + ") TO " + Identifiers.literal(file.toString()) + OPTIONS);
    }
  }
}
