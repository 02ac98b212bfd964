package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.storage.file.Identifiers;
import java.sql.SQLException;

/** Makes one profile of those with the same distinct_id; the one received last stays. */
final class ProfileDuplicates {
  private final Statements statements;
  private final StagingTable staging;

  ProfileDuplicates(Statements statements, StagingTable staging) {
    this.statements = statements;
    this.staging = staging;
  }

  /** Removes duplicates within the staging table and returns their number. */
  long remove() throws SQLException {
    return statements.update(
        """
        DELETE FROM %1$s WHERE rowid IN (SELECT row FROM (
          SELECT rowid AS row, row_number() OVER (
            PARTITION BY distinct_id ORDER BY _mp_order DESC) AS place
          FROM %1$s WHERE hash(distinct_id) IN (
            SELECT hash(distinct_id) AS key FROM %1$s GROUP BY key HAVING count(*) > 1))
        WHERE place > 1)
        """
            .formatted(staging.name()));
  }

  /** Records the rows of the table that give way to new ones in {@code _mp_replaced}. */
  void resolve(String table) throws SQLException {
    statements.update(
        "CREATE OR REPLACE TEMP TABLE _mp_replaced AS SELECT rowid AS row FROM "
            + Identifiers.quote(table)
            + " WHERE distinct_id IN (SELECT distinct_id FROM "
            + staging.name()
            + ")");
  }
}
