package dev.mixpaneldata.storage.file;

import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Facts about tables that need no reading of their rows. */
public final class TableFacts {
  private TableFacts() {}

  /** Returns all tables with an entry in the catalogue, by name. */
  public static List<TableInfo> list(Connection connection) throws SQLException {
    List<TableInfo> tables = new ArrayList<>();
    for (CatalogTable table : new Catalog(connection).list()) {
      tables.add(info(connection, table));
    }
    return List.copyOf(tables);
  }

  /** Returns the entry of a table with its present size. */
  public static TableInfo info(Connection connection, CatalogTable table) throws SQLException {
    return new TableInfo(
        table.name(),
        table.type(),
        number(connection, "SELECT count(*) FROM " + Identifiers.quote(table.name())),
        bytes(connection, table.name()),
        table.createdAt(),
        table.fetchedAt(),
        table.origin(),
        table.lastJob());
  }

  /**
   * Returns the size of the blocks that hold the table's segments. Blocks of indexes and those
   * freed but not yet used again belong to no table, and rows that are only in the log count 0.
   */
  private static long bytes(Connection connection, String table) throws SQLException {
    String segments = "pragma_storage_info(" + Identifiers.literal(Identifiers.quote(table)) + ")";
    return number(
        connection,
        "SELECT count(DISTINCT block) * (SELECT block_size FROM pragma_database_size()"
            + " WHERE database_name = current_database()) FROM ("
            + "SELECT block_id AS block FROM "
            + segments
            + " WHERE block_id >= 0 UNION ALL SELECT unnest(additional_block_ids) FROM "
            + segments
            + ")");
  }

  /** Returns a table's columns in order, with the facts about promoted ones. */
  public static TableSchema schema(Connection connection, String table) throws SQLException {
    List<CatalogColumn> promoted = new Catalog(connection).columns(table);
    List<TableSchema.Column> columns = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT column_name, data_type, is_nullable FROM duckdb_columns()"
                + " WHERE database_name = current_database() AND schema_name = 'main'"
                + " AND table_name = ? ORDER BY column_index")) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String name = row.getString(1);
          Optional<CatalogColumn> entry =
              promoted.stream().filter(c -> c.column().equalsIgnoreCase(name)).findFirst();
          columns.add(
              new TableSchema.Column(
                  name,
                  row.getString(2),
                  row.getBoolean(3),
                  entry.map(CatalogColumn::property),
                  entry.map(CatalogColumn::misfits).orElse(0L)));
        }
      }
    }
    return new TableSchema(table, List.copyOf(columns));
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
