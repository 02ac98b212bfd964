package dev.mixpaneldata.storage.table;

import dev.mixpaneldata.storage.file.Identifiers;
import dev.mixpaneldata.store.ColumnStatistics;
import dev.mixpaneldata.store.ColumnStatistics.ValueCount;
import dev.mixpaneldata.value.Json;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes statistics of a property. A row has a value where the property is there and not null.
 * Values are distinct by their JSON text, so that {@code 1}, {@code 1.0} and {@code "1"} are three.
 */
final class PropertyStatistics {
  private static final String VALUES =
      "WITH g AS (SELECT v, count(*) AS n FROM (SELECT json_extract(properties, ?) AS v FROM %s)"
          + " WHERE json_type(v) <> 'NULL' GROUP BY v) ";

  /**
   * The numbers among the values, each as often as it occurs; other values do not count as numbers.
   */
  private static final String NUMBER =
      "CASE WHEN json_type(v) NOT IN ('VARCHAR', 'BOOLEAN', 'OBJECT', 'ARRAY')"
          + " THEN TRY_CAST(v AS DOUBLE) END";

  private PropertyStatistics() {}

  static ColumnStatistics of(Connection connection, String table, ColumnPath path, int top)
      throws SQLException {
    String values = String.format(VALUES, Identifiers.quote(table));
    List<ValueCount> commonest = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            values
                + "SELECT v, v->>'$', json_type(v), n FROM g ORDER BY n DESC, v::VARCHAR LIMIT "
                + top)) {
      statement.setString(1, path.pointer());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          commonest.add(new ValueCount(cell(row), row.getLong(4)));
        }
      }
    }
    // The sample's deviation by sums of squares about the mean, as values come with their counts.
    try (PreparedStatement statement =
        connection.prepareStatement(
            values
                + ", numbers AS (SELECT "
                + NUMBER
                + " AS x, n FROM g),"
                + " mean AS (SELECT min(x) AS low, max(x) AS high, sum(x * n) / sum(n) AS mean"
                + " FROM numbers WHERE x IS NOT NULL)"
                + " SELECT (SELECT count(*) FROM "
                + Identifiers.quote(table)
                + "), (SELECT coalesce(sum(n), 0)::BIGINT FROM g), (SELECT count(*) FROM g),"
                + " low, high, mean, (SELECT CASE WHEN sum(n) > 1"
                + " THEN sqrt(sum(n * (x - mean) * (x - mean)) / (sum(n) - 1)) END"
                + " FROM numbers WHERE x IS NOT NULL) FROM mean")) {
      statement.setString(1, path.pointer());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return TableStatistics.statistics(table, path, row, commonest);
      }
    }
  }

  private static Object cell(ResultSet row) throws SQLException {
    String text = row.getString(2);
    return switch (row.getString(3)) {
      case "VARCHAR" -> text;
      case "BOOLEAN" -> Boolean.valueOf(text);
      case "OBJECT", "ARRAY" -> new Json(row.getString(1));
      default -> number(text);
    };
  }

  private static Object number(String text) {
    BigDecimal number = new BigDecimal(text);
    if (number.scale() <= 0 && number.precision() < 19) {
      return number.longValueExact();
    }
    return number;
  }
}
