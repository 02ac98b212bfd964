package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.storage.shard.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Runs the queries of reports, wherever the events lie. */
interface EventQueries {
  /** Reads one row. */
  @FunctionalInterface
  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /** Runs a query and reads its rows. */
  void run(Sharded query, RowReader reader) throws SQLException;

  /** Has a tally read the rows of a query that needs all events of a user in one place. */
  <T extends Tally<T>> void tally(Select rows, T tally) throws SQLException;
}
