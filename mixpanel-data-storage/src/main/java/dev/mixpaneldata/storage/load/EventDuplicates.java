package dev.mixpaneldata.storage.load;

import java.sql.SQLException;
import java.util.List;

/**
 * Applies Mixpanel's rule for duplicates (its event deduplication reference): events with the same
 * name, time, distinct_id and $insert_id are one, and the row ingested last stays. Rows without an
 * $insert_id have no duplicates.
 */
final class EventDuplicates {
  /** The condition that a row can have duplicates at all. */
  static final String HAS_KEY = "insert_id <> ''";

  private static final String HASH = "hash(event_name, event_time, distinct_id, insert_id)";

  private final Statements statements;
  private final StagingTable staging;
  private final long rowsAtOnce;

  EventDuplicates(Statements statements, StagingTable staging, long rowsAtOnce) {
    this.statements = statements;
    this.staging = staging;
    this.rowsAtOnce = rowsAtOnce;
  }

  /** Removes duplicates within the staging table and returns their number. */
  long remove() throws SQLException {
    statements.update("CREATE OR REPLACE TEMP TABLE _mp_losers (row BIGINT)");
    String times = "SELECT event_time FROM " + staging.name() + " WHERE " + HAS_KEY;
    List<String> slices = TimeSlices.of(statements, times, rowsAtOnce);
    for (String slice : slices) {
      statements.update(findLosers(slice));
    }
    // In a commit of its own: within that of the insert it takes three times as long.
    long removed =
        statements.update(
            "DELETE FROM " + staging.name() + " WHERE rowid IN (SELECT row FROM _mp_losers)");
    statements.update("DROP TABLE _mp_losers");
    return removed;
  }

  /**
   * Returns SQL that collects the rows to remove. Grouping by a hash finds the few rows that are
   * worth an exact look.
   */
  private String findLosers(String slice) {
    return """
    INSERT INTO _mp_losers SELECT row FROM (
      SELECT rowid AS row, row_number() OVER (
        PARTITION BY event_name, event_time, _mp_time_rest, distinct_id, insert_id
        ORDER BY _mp_processed DESC NULLS LAST, _mp_order DESC) AS place
      FROM %1$s
      WHERE %2$s AND %3$s AND %4$s IN (
        SELECT %4$s AS key FROM %1$s WHERE %2$s AND %3$s GROUP BY key HAVING count(*) > 1))
    WHERE place > 1
    """
        .formatted(staging.name(), slice, HAS_KEY, HASH);
  }
}
