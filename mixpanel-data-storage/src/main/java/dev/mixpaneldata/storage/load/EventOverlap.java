package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.storage.file.Identifiers;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Reconciles new events with a table that has some of them already. Of rows with an $insert_id the
 * one ingested last stays, and on a tie the new one. Of rows without one the table ends up with as
 * many copies as it had or as the load has, whichever is more. Only rows of the times of the new
 * ones are looked at.
 */
final class EventOverlap {
  /** The value for a missing processing time: earlier than any. */
  private static final String NEVER = Long.toString(-Long.MAX_VALUE);

  private final Statements statements;
  private final StagingTable staging;
  private final String table;
  private final String condition;
  private final long rowsAtOnce;

  /**
   * @param condition the rows to look at, of both tables
   */
  EventOverlap(
      Statements statements,
      StagingTable staging,
      String table,
      String condition,
      long rowsAtOnce) {
    this.statements = statements;
    this.staging = staging;
    this.table = Identifiers.quote(table);
    this.condition = condition;
    this.rowsAtOnce = rowsAtOnce;
  }

  /**
   * Removes new rows that add nothing and returns their number; records old rows that give way in
   * {@code _mp_replaced}.
   */
  long resolve() throws SQLException {
    statements.update("CREATE OR REPLACE TEMP TABLE _mp_replaced (row BIGINT)");
    statements.update("CREATE OR REPLACE TEMP TABLE _mp_losers (row BIGINT)");
    String newTimes = "SELECT event_time FROM " + staging.name() + " WHERE " + condition;
    for (String slice : TimeSlices.of(statements, newTimes, rowsAtOnce)) {
      String rows = condition + " AND " + slice;
      statements.update(findPairs(rows));
      statements.update(
          "INSERT INTO _mp_replaced SELECT DISTINCT old_row FROM _mp_pairs WHERE new_wins");
      statements.update(
          "INSERT INTO _mp_losers SELECT DISTINCT new_row FROM _mp_pairs WHERE NOT new_wins");
      statements.update("DROP TABLE _mp_pairs");
      statements.update(findCopies(rows));
    }
    long removed =
        statements.update(
            "DELETE FROM " + staging.name() + " WHERE rowid IN (SELECT row FROM _mp_losers)");
    statements.update("DROP TABLE _mp_losers");
    return removed;
  }

  private String findPairs(String rows) {
    return """
    CREATE OR REPLACE TEMP TABLE _mp_pairs AS
    SELECT old.row AS old_row, new.row AS new_row, new.processed >= old.processed AS new_wins
    FROM (
      SELECT rowid AS row, event_name, event_time, distinct_id, insert_id,
        _mp_time_rest AS time_rest, coalesce(_mp_processed, %6$s) AS processed
      FROM %1$s WHERE %3$s AND %4$s) new
    JOIN (
      SELECT rowid AS row, event_name, event_time, distinct_id, insert_id,
        %5$s AS time_rest,
        coalesce(
          TRY_CAST((properties->'$.mp_processing_time_ms')::VARCHAR AS BIGINT), %6$s) AS processed
      FROM %2$s WHERE %3$s AND %4$s) old
    ON new.event_name = old.event_name
      AND new.insert_id = old.insert_id
      AND new.event_time IS NOT DISTINCT FROM old.event_time
      AND new.distinct_id IS NOT DISTINCT FROM old.distinct_id
      AND new.time_rest IS NOT DISTINCT FROM old.time_rest
    """
        .formatted(staging.name(), table, rows, EventDuplicates.HAS_KEY, timeRest(), NEVER);
  }

  private String findCopies(String rows) {
    return """
    INSERT INTO _mp_losers SELECT new.row FROM (
      SELECT row, event_name, event_time, distinct_id, digest, row_number() OVER (
        PARTITION BY event_name, event_time, distinct_id, digest ORDER BY place) AS copy
      FROM (
        SELECT rowid AS row, event_name, event_time, distinct_id, _mp_order AS place,
          md5_number(properties::VARCHAR) AS digest
        FROM %1$s WHERE %3$s AND (%4$s) IS NOT TRUE)) new
    JOIN (
      SELECT event_name, event_time, distinct_id, md5_number(properties::VARCHAR) AS digest,
        count(*) AS copies
      FROM %2$s WHERE %3$s AND (%4$s) IS NOT TRUE
      GROUP BY ALL) old
    ON new.event_name = old.event_name
      AND new.event_time IS NOT DISTINCT FROM old.event_time
      AND new.distinct_id IS NOT DISTINCT FROM old.distinct_id
      AND new.digest = old.digest
    WHERE new.copy <= old.copies
    """
        .formatted(staging.name(), table, rows, EventDuplicates.HAS_KEY);
  }

  /** Returns SQL that derives the value of {@link StagingLayout#TIME_REST} from a finished row. */
  private String timeRest() {
    Optional<ZoneId> zone = staging.layout().projectZone();
    String sent =
        zone.map(
                z ->
                    "((event_time AT TIME ZONE 'UTC') AT TIME ZONE "
                        + Identifiers.literal(z.getId())
                        + ")")
            .orElse("event_time");
    return "nullif((properties->'$.time')::VARCHAR, epoch_ms(" + sent + ")::VARCHAR)";
  }
}
