package dev.mixpaneldata.storage.sql;

import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.storage.file.StorageErrors;
import dev.mixpaneldata.store.Sql;
import dev.mixpaneldata.store.SqlQuery;
import dev.mixpaneldata.store.SqlResult;
import dev.mixpaneldata.store.SqlRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs SQL on a database file, in this process. Two walls stand between a query and anything but
 * the tables: the file is opened read-only, without access to files and network and with its
 * settings locked; and {@link StatementCheck} lets only one reading statement through, of functions
 * that only read.
 *
 * <p>Only the engine bounds a query: its memory limit does not hold for all results of functions,
 * and some statements notice only late that their time is up. Texts of others go to {@link
 * dev.mixpaneldata.storage.sql.guard.GuardedSql}, which bounds both from outside.
 */
public final class DuckDbSql implements Sql {
  /**
   * The driver's message if streaming fails before the first row, for any failure. Running the
   * query once more without streaming fails in the same way and shows the cause.
   */
  private static final String LOST_ERROR = "Invalid result set";

  private final DatabaseFile file;

  /** Creates SQL on this file. */
  public DuckDbSql(DatabaseFile file) {
    this.file = file;
  }

  @Override
  public SqlResult query(SqlQuery query) {
    GatheredRows rows = new GatheredRows();
    stream(query, rows);
    return rows.result();
  }

  @Override
  public void stream(SqlQuery query, SqlRows rows) {
    file.readInOrder(
        query.timeout(),
        connection -> {
          try {
            StatementCheck.requireOneReading(connection, query.text());
            return run(connection, BoundedBlobs.in(connection, query.text()), rows);
          } catch (SQLException e) {
            if (connection.isClosed()) {
              // Stopped by the file's watch, which knows why.
              throw e;
            }
            throw explained(connection, e);
          }
        });
  }

  private static boolean run(Connection connection, String text, SqlRows rows) throws SQLException {
    // Otherwise the engine gathers all rows before it gives the first.
    execute(connection, "SET jdbc_stream_results = true");
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(text)) {
      RowReader reader = RowReader.of(result);
      rows.columns(reader.columns());
      while (result.next()) {
        rows.row(reader.read());
      }
      return true;
    } catch (SQLException e) {
      if (!connection.isClosed() && String.valueOf(e.getMessage()).contains(LOST_ERROR)) {
        execute(connection, "SET jdbc_stream_results = false");
        execute(connection, text);
      }
      throw e;
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private RuntimeException explained(Connection connection, SQLException failure) {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SHOW TABLES")) {
      while (result.next()) {
        tables.add(result.getString(1));
      }
    } catch (SQLException e) {
      // The failure is then reported without them.
      failure.addSuppressed(e);
    }
    return StorageErrors.ofQuery(failure, file.path(), file.options(), tables);
  }
}
