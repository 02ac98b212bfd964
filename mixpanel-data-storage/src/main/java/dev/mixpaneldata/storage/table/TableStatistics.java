package dev.mixpaneldata.storage.table;

import dev.mixpaneldata.storage.file.Identifiers;
import dev.mixpaneldata.storage.sql.RowReader;
import dev.mixpaneldata.store.ColumnStatistics;
import dev.mixpaneldata.store.EventBreakdown;
import dev.mixpaneldata.store.EventBreakdown.EventCount;
import dev.mixpaneldata.store.TableSummary;
import dev.mixpaneldata.store.TableSummary.ColumnSummary;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Computes statistics that read the columns of a table. */
final class TableStatistics {
  private TableStatistics() {}

  static TableSummary summarize(Connection connection, String table) throws SQLException {
    long rowCount;
    List<ColumnSummary> summaries = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      List<Long> counts = valueCounts(connection, table);
      rowCount = counts.get(0);
      try (ResultSet row = statement.executeQuery("SUMMARIZE " + Identifiers.quote(table))) {
        while (row.next()) {
          String type = row.getString("column_type");
          // The least and greatest JSON texts are long and of no use.
          boolean isJson = type.equals("JSON");
          long count = counts.get(summaries.size() + 1);
          summaries.add(
              new ColumnSummary(
                  row.getString("column_name"),
                  type,
                  count,
                  percent(rowCount - count, rowCount),
                  row.getLong("approx_unique"),
                  isJson ? null : row.getString("min"),
                  isJson ? null : row.getString("max"),
                  number(row, "avg"),
                  number(row, "std"),
                  row.getString("q25"),
                  row.getString("q50"),
                  row.getString("q75")));
        }
      }
    }
    return new TableSummary(table, rowCount, List.copyOf(summaries));
  }

  /**
   * Returns the number of rows, then of the values of each column; SUMMARIZE rounds them to
   * percents.
   */
  private static List<Long> valueCounts(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*), count(COLUMNS(*)) FROM " + Identifiers.quote(table))) {
      row.next();
      List<Long> counts = new ArrayList<>();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        counts.add(row.getLong(i));
      }
      return counts;
    }
  }

  static EventBreakdown breakdown(Connection connection, String table) throws SQLException {
    String name = Identifiers.quote(table);
    try (Statement statement = connection.createStatement()) {
      long total;
      long users;
      Optional<LocalDateTime> first;
      Optional<LocalDateTime> last;
      try (ResultSet row =
          statement.executeQuery(
              "SELECT count(*), count(DISTINCT distinct_id), min(event_time), max(event_time) FROM "
                  + name)) {
        row.next();
        total = row.getLong(1);
        users = row.getLong(2);
        first = Optional.ofNullable(row.getObject(3, LocalDateTime.class));
        last = Optional.ofNullable(row.getObject(4, LocalDateTime.class));
      }
      List<EventCount> events = new ArrayList<>();
      try (ResultSet row =
          statement.executeQuery(
              "SELECT event_name, count(*) AS n, count(DISTINCT distinct_id), min(event_time),"
                  + " max(event_time) FROM "
                  + name
                  + " GROUP BY event_name ORDER BY n DESC, event_name")) {
        while (row.next()) {
          events.add(
              new EventCount(
                  row.getString(1),
                  row.getLong(2),
                  row.getLong(3),
                  row.getObject(4, LocalDateTime.class),
                  row.getObject(5, LocalDateTime.class),
                  percent(row.getLong(2), total)));
        }
      }
      return new EventBreakdown(table, total, users, first, last, List.copyOf(events));
    }
  }

  static ColumnStatistics column(Connection connection, String table, ColumnPath path, int top)
      throws SQLException {
    String from = " FROM " + Identifiers.quote(table);
    String column = Identifiers.quote(path.name());
    String ofNumbers =
        isNumeric(path.type())
            ? "min(v)::DOUBLE, max(v)::DOUBLE, avg(v)::DOUBLE, stddev_samp(v)::DOUBLE"
            : "NULL, NULL, NULL, NULL";
    List<ColumnStatistics.ValueCount> values = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery(
              "SELECT v, count(*) AS n FROM (SELECT "
                  + column
                  + " AS v"
                  + from
                  + ") WHERE v IS NOT NULL GROUP BY v ORDER BY n DESC, v::VARCHAR LIMIT "
                  + top)) {
        RowReader reader = RowReader.of(row);
        while (row.next()) {
          List<@Nullable Object> cells = reader.read();
          values.add(new ColumnStatistics.ValueCount(cells.get(0), row.getLong(2)));
        }
      }
      // Distinct values by GROUP BY, which spills to disk; count(DISTINCT) must fit into memory.
      try (ResultSet row =
          statement.executeQuery(
              "SELECT count(*), count(v), (SELECT count(*) FROM (SELECT DISTINCT "
                  + column
                  + " AS d"
                  + from
                  + ") WHERE d IS NOT NULL), "
                  + ofNumbers
                  + " FROM (SELECT "
                  + column
                  + " AS v"
                  + from
                  + ")")) {
        row.next();
        return statistics(table, path, row, values);
      }
    }
  }

  /**
   * Returns statistics from a row with: rows, values, distinct values, least, greatest, mean,
   * deviation.
   */
  static ColumnStatistics statistics(
      String table, ColumnPath path, ResultSet row, List<ColumnStatistics.ValueCount> values)
      throws SQLException {
    long rows = row.getLong(1);
    long count = row.getLong(2);
    long distinct = row.getLong(3);
    return new ColumnStatistics(
        table,
        path.name(),
        path.type(),
        count,
        rows - count,
        percent(rows - count, rows),
        distinct,
        percent(distinct, count),
        List.copyOf(values),
        number(row, 4),
        number(row, 5),
        number(row, 6),
        number(row, 7));
  }

  private static boolean isNumeric(String type) {
    return type.startsWith("DECIMAL")
        || type.matches("U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|BIGNUM");
  }

  private static double percent(long part, long whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }

  private static @Nullable Double number(ResultSet row, int column) throws SQLException {
    double number = row.getDouble(column);
    return row.wasNull() ? null : number;
  }

  /** Returns a mean as a number: SUMMARIZE gives means as texts, and of dates as dates. */
  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    try {
      return text == null ? null : Double.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
