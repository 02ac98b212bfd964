package dev.mixpaneldata.storage.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Ranges of {@code event_time} to process one by one, so that finding duplicates takes the same
 * memory for any number of rows: duplicates share their time.
 */
final class TimeSlices {
  /**
   * The greatest number of rows in a slice: about 50 MB of groups. If a single hour has more, the
   * engine spills to disk.
   */
  static final long MAX_ROWS = 1_000_000;

  private static final long HOUR_MILLIS = 3_600_000;

  private TimeSlices() {}

  /**
   * Returns conditions on {@code event_time}; each row fulfils one of them.
   *
   * @param times a query for {@code event_time}, once for each row
   */
  static List<String> of(Statements statements, String times, long maxRows) throws SQLException {
    List<String> slices = new ArrayList<>();
    String hours =
        "SELECT epoch_ms(event_time) // "
            + HOUR_MILLIS
            + " AS hour, count(*) FROM ("
            + times
            + ") GROUP BY hour ORDER BY hour NULLS LAST";
    try (Statement statement = statements.connection().createStatement();
        ResultSet row = statement.executeQuery(hours)) {
      long from = 0;
      long to = 0;
      long rows = 0;
      while (row.next()) {
        long hour = row.getLong(1);
        if (row.wasNull()) {
          slices.add("event_time IS NULL");
          break;
        }
        long count = row.getLong(2);
        if (rows > 0 && rows + count > maxRows) {
          slices.add(between(from, to));
          rows = 0;
        }
        from = rows == 0 ? hour : from;
        to = hour;
        rows += count;
      }
      if (rows > 0) {
        slices.add(between(from, to));
      }
    }
    return slices;
  }

  private static String between(long firstHour, long lastHour) {
    return "(event_time >= epoch_ms("
        + firstHour * HOUR_MILLIS
        + "::BIGINT) AND event_time <"
        + " epoch_ms("
        + (lastHour + 1) * HOUR_MILLIS
        + "::BIGINT))";
  }
}
