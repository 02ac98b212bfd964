package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.value.BucketUnit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Reads buckets from the rows of a result. */
final class BucketKeys {
  private BucketKeys() {}

  /** Returns the name of a bucket that is a DATE or a TIMESTAMP. */
  static String read(ResultSet row, String column, BucketUnit unit) throws SQLException {
    return switch (unit) {
      case MINUTE, HOUR -> unit.key(row.getObject(column, LocalDateTime.class));
      case DAY, WEEK, MONTH -> row.getObject(column, LocalDate.class).toString();
    };
  }
}
