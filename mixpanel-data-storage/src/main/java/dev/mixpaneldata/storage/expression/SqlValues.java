package dev.mixpaneldata.storage.expression;

import dev.mixpaneldata.storage.file.Identifiers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.stream.Collectors;

/** Java values as SQL constants, so that the SQL of a report can be shown and run as it is. */
public final class SqlValues {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

  private SqlValues() {}

  /** Returns a text. */
  public static String text(String value) {
    String[] parts = value.split("\u0000", -1);
    String first = Identifiers.literal(parts[0]);
    if (parts.length == 1) {
      return first;
    }
    // The engine reads a statement up to its first NUL.
    StringBuilder sql = new StringBuilder("(").append(first);
    for (int i = 1; i < parts.length; i++) {
      sql.append(" || chr(0) || ").append(Identifiers.literal(parts[i]));
    }
    return sql.append(')').toString();
  }

  /** Returns texts in parentheses, for {@code IN}. */
  public static String texts(Collection<String> values) {
    return values.stream().map(SqlValues::text).collect(Collectors.joining(", ", "(", ")"));
  }

  /** Returns a finite number as a double; DuckDB would read plain digits as a decimal. */
  public static String number(double value) {
    return "'" + value + "'::DOUBLE";
  }

  /** Returns a point in time, as {@code event_time} has it. */
  public static String timestamp(Instant value) {
    return "TIMESTAMP '" + TIMESTAMP.format(LocalDateTime.ofInstant(value, ZoneOffset.UTC)) + "'";
  }

  /** Returns a day. */
  public static String date(LocalDate value) {
    return "DATE '" + value + "'";
  }
}
