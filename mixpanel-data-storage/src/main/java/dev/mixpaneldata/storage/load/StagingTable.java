package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.storage.file.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunctionBuilder;

/**
 * The table that parts are read into before anyone sees their rows. Its work columns are dropped
 * from it when it becomes the table itself, which costs nothing as columns are stored apart.
 */
final class StagingTable {
  private static final String FUNCTION = Identifiers.STAGING_PREFIX + "parts";
  private static final String NAME = Identifiers.quote(Identifiers.STAGING_PREFIX + "staging");

  private final Statements statements;
  private final StagingLayout layout;

  StagingTable(Statements statements, StagingLayout layout) {
    this.statements = statements;
    this.layout = layout;
  }

  /** Drops the tables that dead processes left; nobody else has the file open for writing. */
  static void dropLeftovers(Statements statements) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = statements.connection().createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main'"
                    + " AND database_name = current_database()"
                    + " AND starts_with(table_name, '"
                    + Identifiers.STAGING_PREFIX
                    + "')")) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    for (String name : names) {
      statements.update("DROP TABLE " + Identifiers.quote(name));
    }
  }

  /** Returns the table's name in SQL. */
  String name() {
    return NAME;
  }

  StagingLayout layout() {
    return layout;
  }

  /** Makes the table and fills it in one commit: many small ones cost a multiple. */
  void fill(PartQueue queue, int threads) throws SQLException {
    List<StagingColumn> columns = layout.columns();
    PartFunction function = new PartFunction(queue, columns, layout::scanner, threads);
    try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
      builder.withName(FUNCTION).withFunction(function).register(statements.connection());
    }
    // Otherwise one thread alone would read and write; the order of receipt is in a column.
    statements.update("SET preserve_insertion_order = false");
    statements.update(
        columns.stream()
            .map(StagingColumn::definition)
            .collect(Collectors.joining(", ", "CREATE TABLE " + NAME + " (", ")")));
    statements.update(
        columns.stream()
            .map(StagingColumn::selection)
            .collect(
                Collectors.joining(
                    ", ", "INSERT INTO " + NAME + " SELECT ", " FROM " + FUNCTION + "()")));
  }

  long count() throws SQLException {
    return statements.number("SELECT count(*) FROM " + NAME);
  }

  /** Gives the table its final form and name, within the caller's transaction. */
  void become(String table) throws SQLException {
    for (String column : layout.workColumns()) {
      statements.update("ALTER TABLE " + NAME + " DROP COLUMN " + column);
    }
    statements.update("ALTER TABLE " + NAME + " RENAME TO " + Identifiers.quote(table));
  }

  /** Adds the rows to a table, within the caller's transaction. */
  void moveInto(String table) throws SQLException {
    String columns = String.join(", ", layout.finishedColumns());
    statements.update(
        "INSERT INTO "
            + Identifiers.quote(table)
            + " ("
            + columns
            + ") SELECT "
            + columns
            + " FROM "
            + NAME);
    statements.update("DROP TABLE " + NAME);
  }
}
