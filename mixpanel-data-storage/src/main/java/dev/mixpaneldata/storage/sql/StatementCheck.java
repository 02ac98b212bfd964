package dev.mixpaneldata.storage.sql;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Accepts one reading statement that names nothing of {@link RefusedNames}. The judge is the
 * engine's own parser: {@code json_serialize_sql} takes SELECT in all its forms (FROM, WITH,
 * VALUES, DESCRIBE, SHOW, SUMMARIZE) and nothing else, and counts the statements. It does not take
 * EXPLAIN, nor a PIVOT that finds its columns itself, which the engine runs as several statements;
 * these two are let through by the narrow rules below.
 *
 * <p>A read-only database does not make this unnecessary: the driver runs all but the last of
 * several statements while it prepares them, and temporary tables, USE, SET VARIABLE and CHECKPOINT
 * are not writes to the engine.
 */
final class StatementCheck {
  private static final Pattern EXPLAIN =
      Pattern.compile("\\s*EXPLAIN\\b(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern EXPLAIN_WITH_OPTIONS =
      Pattern.compile(
          "\\s*EXPLAIN\\b(?:\\s*\\([\\w\\s,]*\\)|\\s+ANALYZE\\b)(.*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern PIVOT =
      Pattern.compile("\\s*PIVOT(?:_WIDER)?\\s[^;]*;?\\s*", Pattern.CASE_INSENSITIVE);

  /** A name in double quotes or without, in a text that the judge gives no tree of. */
  private static final Pattern NAME = Pattern.compile("\\w+");

  private static final String HINT =
      "Write one SELECT, FROM, WITH, VALUES, DESCRIBE, SHOW, SUMMARIZE or EXPLAIN, or a PIVOT"
          + " that begins the statement and has no semicolon inside.";

  /**
   * The query that judges a text. It returns the error in the text, its number of statements, and
   * the functions, the tables and the functions in the place of tables that they name. In the
   * tree's text a quotation mark inside of a value has a backslash before it, so that no value is
   * taken for a name.
   */
  private static final String JUDGE =
      """
      SELECT tree->>'error_type', json_array_length(tree, '$.statements'),
             array_to_string(list_distinct(regexp_extract_all(
                 tree::VARCHAR, '"function_name":"((?:[^"\\\\]|\\\\.)*)"', 1)), chr(10)),
             array_to_string(list_distinct(regexp_extract_all(
                 tree::VARCHAR, '"table_name":"((?:[^"\\\\]|\\\\.)*)"', 1)), chr(10)),
             array_to_string(list_distinct(regexp_extract_all(
                 tree::VARCHAR, '"function":\\{[^{}]*?"function_name":"([^"]*)"', 1)), chr(10))
      FROM (SELECT json_serialize_sql(?) AS tree)
      """;

  private enum Verdict {
    ONE,
    NONE,
    SEVERAL,
    UNREADABLE,
    OTHER
  }

  private StatementCheck() {}

  /** Refuses all other texts with {@code QUERY_FAILED}; unreadable ones, in the engine's words. */
  static void requireOneReading(Connection connection, String text) throws SQLException {
    switch (judge(connection, text)) {
      case ONE -> {}
      case NONE -> throw refused("There is no statement in this query.");
      case SEVERAL -> throw refused("This query has several statements; one is allowed.");
      case UNREADABLE -> {
        // Preparing fails at the same position and marks it, which the judge does not.
        connection.prepareStatement(text).close();
        throw refused("This query cannot be read.");
      }
      case OTHER -> {
        if (isExplain(connection, text)) {
          return;
        }
        if (!PIVOT.matcher(text).matches()) {
          throw refused("Only one statement is allowed here, and only one that reads.");
        }
        NAME.matcher(text).results().map(MatchResult::group).forEach(StatementCheck::requireName);
      }
    }
  }

  /** Returns whether the text without EXPLAIN and its options is one reading statement. */
  private static boolean isExplain(Connection connection, String text) throws SQLException {
    for (Pattern pattern : List.of(EXPLAIN, EXPLAIN_WITH_OPTIONS)) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.matches() && judge(connection, matcher.group(1)) == Verdict.ONE) {
        return true;
      }
    }
    return false;
  }

  private static Verdict judge(Connection connection, String text) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(JUDGE)) {
      statement.setString(1, text);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        String error = row.getString(1);
        if (error != null) {
          return error.equals("parser") || error.equals("syntax")
              ? Verdict.UNREADABLE
              : Verdict.OTHER;
        }
        long statements = row.getLong(2);
        if (statements != 1) {
          return statements == 0 ? Verdict.NONE : Verdict.SEVERAL;
        }
        row.getString(3).lines().forEach(name -> require(RefusedNames.function(name), name));
        row.getString(4).lines().forEach(name -> require(RefusedNames.view(name), name));
        row.getString(5).lines().forEach(name -> require(RefusedNames.tableFunction(name), name));
        return Verdict.ONE;
      }
    }
  }

  private static void requireName(String name) {
    require(RefusedNames.tableFunction(name), name);
    require(RefusedNames.view(name), name);
  }

  private static void require(Optional<String> refusal, String name) {
    if (refusal.isPresent()) {
      throw new MixpanelDataException(
          ErrorCode.QUERY_FAILED,
          name + " cannot be used here: it " + refusal.get() + ".",
          "SQL here reads the local tables and reaches no file, network or setting.");
    }
  }

  private static MixpanelDataException refused(String message) {
    return new MixpanelDataException(ErrorCode.QUERY_FAILED, message, HINT);
  }
}
