package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.internal.line.JsonNumber;
import dev.mixpaneldata.storage.expression.JsonTerms;
import dev.mixpaneldata.storage.file.CatalogColumn;
import dev.mixpaneldata.storage.file.Identifiers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A property of a finished table with the counts of its values. What a column of each type holds is
 * what {@link Promotion} puts there.
 */
record StoredProperty(
    String name,
    long values,
    long nulls,
    long texts,
    long booleans,
    long longs,
    long doubles,
    long numbers) {
  /** Counts a property's values. */
  static StoredProperty count(Connection connection, String table, String name)
      throws SQLException {
    String sql =
        "SELECT count(*) FILTER (WHERE json <> 'null'), count(*) FILTER (WHERE json = 'null'), "
            + counted(PromotedType.VARCHAR)
            + counted(PromotedType.BOOLEAN)
            + counted(PromotedType.BIGINT)
            + counted(PromotedType.DOUBLE)
            + "count(*) FILTER (WHERE "
            + JsonTerms.isNumber("json")
            + ") FROM (SELECT "
            + JsonTerms.extraction("properties", name)
            + " AS json FROM "
            + Identifiers.quote(table)
            + ")";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return new StoredProperty(
          name,
          row.getLong(1),
          row.getLong(2),
          row.getLong(3),
          row.getLong(4),
          row.getLong(5),
          row.getLong(6),
          row.getLong(7));
    }
  }

  private static String counted(PromotedType type) {
    return "count(" + fitting(type, "json") + "), ";
  }

  /** Returns whether any row has it, perhaps as null. */
  boolean occurs() {
    return values + nulls > 0;
  }

  /** Returns the type of most values; empty if none fits in a column. */
  Optional<PromotedType> type() {
    return PromotedType.ofMost(texts, booleans, numbers, longs);
  }

  /** Returns the entry of its column. */
  CatalogColumn column() {
    PromotedType type = type().orElseThrow();
    long fitting =
        switch (type) {
          case VARCHAR -> texts;
          case BOOLEAN -> booleans;
          case BIGINT -> longs;
          case DOUBLE -> doubles;
        };
    return new CatalogColumn(name, name, type.name(), values - fitting, nulls);
  }

  /** Returns SQL of its column's value in a row. */
  String value() {
    return fitting(type().orElseThrow(), JsonTerms.extraction("properties", name));
  }

  /** Returns SQL of what a column of this type holds of a JSON text; NULL where it does not fit. */
  private static String fitting(PromotedType type, String json) {
    String whole = "regexp_full_match(" + json + ", '-?[0-9]+')";
    String asLong = "TRY_CAST(" + json + " AS BIGINT)";
    String asDouble = JsonTerms.number(json);
    return switch (type) {
      case VARCHAR -> JsonTerms.text(json);
      case BOOLEAN -> JsonTerms.truth(json);
      case BIGINT -> "CASE WHEN " + whole + " THEN " + asLong + " END";
      case DOUBLE ->
          "CASE WHEN "
              + whole
              + " THEN CASE WHEN "
              + asLong
              + " BETWEEN -"
              + JsonNumber.MAX_EXACT_DOUBLE
              + " AND "
              + JsonNumber.MAX_EXACT_DOUBLE
              + " THEN "
              + asDouble
              + " END WHEN isfinite("
              + asDouble
              + ") THEN "
              + asDouble
              + " END";
    };
  }
}
