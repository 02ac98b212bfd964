package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.storage.file.CatalogTable;
import dev.mixpaneldata.storage.file.Identifiers;
import dev.mixpaneldata.store.TableInfo;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Combines the engine's facts about a table with its entry in the catalogue. */
final class TableFacts {
  private TableFacts() {}

  static TableInfo of(Connection connection, CatalogTable table) throws SQLException {
    String quoted = Identifiers.quote(table.name());
    return new TableInfo(
        table.name(),
        table.type(),
        number(connection, "SELECT count(*) FROM " + quoted),
        number(
            connection,
            "SELECT count(DISTINCT block_id) * (SELECT block_size FROM pragma_database_size())"
                + " FROM pragma_storage_info("
                + Identifiers.literal(quoted)
                + ") WHERE block_id >= 0"),
        table.createdAt(),
        table.fetchedAt(),
        table.origin(),
        table.lastJob());
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
