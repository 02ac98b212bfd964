package dev.mixpaneldata.storage.expression;

import dev.mixpaneldata.expression.Step;
import java.util.List;
import java.util.Optional;

/**
 * Makes terms of properties. JSON texts are DuckDB's own, in which the first character shows the
 * type: {@code "} of texts, a digit or minus of numbers, and so on, in the order of these
 * characters.
 */
public final class JsonTerms {
  private static final String EXTRACTED = ")::VARCHAR";

  private JsonTerms() {}

  /**
   * Returns a property in a column of JSON.
   *
   * @param json SQL VARCHAR with JSON, NULL where the property is missing
   */
  public static TypedSql of(String json) {
    return new TypedSql()
        .with(Kind.TEXT, () -> text(json))
        .withNumber(() -> number(json))
        .with(Kind.TRUTH, () -> truth(json))
        .with(Kind.LIST, () -> list(json))
        .with(Kind.OBJECT, () -> object(json))
        .with(Kind.NULL, () -> isNull(json))
        .withPresence(() -> "(" + json + ") IS NOT NULL");
  }

  /**
   * Returns a property that has a typed column.
   *
   * @param column the column
   * @param type its DuckDB type
   * @param rest SQL VARCHAR with the property's JSON in rows where the column is NULL; empty if the
   *     property is missing in all of them
   * @param onlyNulls whether that JSON is never anything but null
   */
  public static TypedSql of(String column, String type, Optional<String> rest, boolean onlyNulls) {
    TypedSql term = new TypedSql();
    if (rest.isEmpty() || onlyNulls) {
      switch (type) {
        case "VARCHAR" -> term.with(Kind.TEXT, () -> column);
        case "BOOLEAN" -> term.with(Kind.TRUTH, () -> column);
        default -> term.with(Kind.NUMBER, () -> column + "::DOUBLE");
      }
      rest.ifPresent(json -> term.with(Kind.NULL, () -> isNull(json)));
      return term;
    }
    String json = rest.get();
    term.with(Kind.TEXT, () -> type.equals("VARCHAR") ? either(column, text(json)) : text(json))
        .with(Kind.TRUTH, () -> type.equals("BOOLEAN") ? either(column, truth(json)) : truth(json));
    boolean numeric = type.equals("BIGINT") || type.equals("DOUBLE");
    return term.withNumber(() -> numeric ? either(column + "::DOUBLE", number(json)) : number(json))
        .with(Kind.LIST, () -> list(json))
        .with(Kind.OBJECT, () -> object(json))
        .with(Kind.NULL, () -> isNull(json))
        .withPresence(() -> "(" + column + " IS NOT NULL OR " + json + " IS NOT NULL)");
  }

  /** Returns a text that is undefined if NULL. */
  public static TypedSql text(Optional<String> sql) {
    TypedSql term = new TypedSql();
    sql.ifPresent(column -> term.with(Kind.TEXT, () -> column));
    return term;
  }

  /** Returns a time that is undefined if NULL. */
  public static TypedSql time(String sql) {
    return TypedSql.of(Kind.TIME, sql);
  }

  /** Returns SQL that extracts a property from a row's JSON. */
  public static String extraction(String document, String name) {
    // A JSON pointer, since a JSON path cannot express quotes in names.
    String pointer = "/" + name.replace("~", "~0").replace("/", "~1");
    return "(" + document + "->" + SqlValues.text(pointer) + EXTRACTED;
  }

  /**
   * Returns the pointer, as an SQL literal, of SQL that {@link #extraction} made of this document;
   * empty for other SQL.
   */
  public static Optional<String> pointer(String document, String sql) {
    String begin = "(" + document + "->";
    return sql.startsWith(begin) && sql.endsWith(EXTRACTED) && !sql.startsWith("CASE")
        ? Optional.of(sql.substring(begin.length(), sql.length() - EXTRACTED.length()))
        : Optional.empty();
  }

  /**
   * Returns SQL for the value of JSON that is of one type or missing in all rows.
   *
   * @param type VARCHAR, DOUBLE or BOOLEAN
   */
  public static String typed(String json, String type) {
    return switch (type) {
      case "VARCHAR" -> "json_extract_string(" + json + ", '$')";
      case "DOUBLE" -> "TRY_CAST(" + json + " AS DOUBLE)";
      case "BOOLEAN" -> "(" + json + " = 'true')";
      default -> throw new IllegalArgumentException(type);
    };
  }

  /**
   * Returns SQL for the one type that JSON has in a group of rows: VARCHAR, DOUBLE or BOOLEAN; NULL
   * if it has several, another, or none.
   */
  public static String commonType(String json) {
    return "CASE WHEN count("
        + json
        + ") = 0 THEN NULL WHEN bool_and("
        + json
        + " < '#') THEN 'VARCHAR' WHEN bool_and("
        + isNumber(json)
        + " AND TRY_CAST("
        + json
        + " AS DOUBLE) IS NOT NULL) THEN 'DOUBLE' WHEN bool_and("
        + json
        + " IN ('true', 'false')) THEN 'BOOLEAN' END";
  }

  /** Returns SQL for the value inside a property's JSON. */
  public static String inside(String json, List<Step> steps) {
    String inner = json;
    for (Step step : steps) {
      if (step instanceof Step.Key key) {
        inner =
            "CASE WHEN "
                + inner
                + " >= '{' THEN "
                + extraction(inner + "::JSON", key.name())
                + " END";
      } else if (step instanceof Step.Index index) {
        inner =
            "CASE WHEN "
                + isList(inner)
                + " THEN ("
                + inner
                + "::JSON->'$["
                + index.position()
                + "]')::VARCHAR END";
      }
    }
    return inner;
  }

  private static String either(String first, String second) {
    return "coalesce(" + first + ", " + second + ")";
  }

  /** Returns SQL for the text that a JSON text is; NULL for other values. */
  public static String text(String json) {
    return "CASE WHEN " + json + " < '#' THEN json_extract_string(" + json + ", '$') END";
  }

  /** Returns SQL for the number that a JSON text is; NULL for other values. */
  public static String number(String json) {
    return "CASE WHEN " + isNumber(json) + " THEN TRY_CAST(" + json + " AS DOUBLE) END";
  }

  /** Returns SQL for whether a JSON text is a number. */
  public static String isNumber(String json) {
    return json + " >= '-' AND " + json + " < ':'";
  }

  /** Returns SQL for the boolean that a JSON text is; NULL for other values. */
  public static String truth(String json) {
    return "CASE " + json + " WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END";
  }

  private static String list(String json) {
    return "CASE WHEN " + isList(json) + " THEN " + json + " END";
  }

  private static String isList(String json) {
    return json + " >= '[' AND " + json + " < '\\'";
  }

  private static String object(String json) {
    return "CASE WHEN " + json + " >= '{' THEN " + json + " END";
  }

  private static String isNull(String json) {
    return "coalesce(" + json + " = 'null', FALSE)";
  }
}
