package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.storage.shard.Tally;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs queries over events that one engine has in one place. */
record LocalQueries(Connection connection) implements EventQueries {
  @Override
  public void run(Sharded query, RowReader reader) throws SQLException {
    read(connection, query.whole().text(), reader);
  }

  @Override
  public <T extends Tally<T>> void tally(Select rows, T tally) throws SQLException {
    read(connection, rows.text(), tally::read);
  }

  static void read(Connection connection, String sql, RowReader reader) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        reader.read(row);
      }
    }
  }
}
