package dev.mixpaneldata.storage.events;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.storage.file.Catalog;
import dev.mixpaneldata.storage.file.CatalogTable;
import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.storage.file.Identifiers;
import dev.mixpaneldata.storage.file.StorageErrors;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.EventSlice;
import dev.mixpaneldata.store.spi.PromotedColumn;
import dev.mixpaneldata.store.spi.SliceContent;
import dev.mixpaneldata.store.spi.StoredEvents;
import dev.mixpaneldata.store.spi.StoredTable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Events of a database file and of Parquet files. */
public final class DuckDbEvents implements StoredEvents {
  /** The number of rows that are sorted at once. */
  private static final long SLICE = 20_000;

  private final DatabaseFile file;

  public DuckDbEvents(DatabaseFile file) {
    this.file = file;
  }

  @Override
  public void table(String name, Consumer<String> lines) {
    file.read(
        connection -> {
          CatalogTable table = requireEvents(connection, name);
          boolean shifted = table.origin().projectZone().isPresent();
          String relation = Identifiers.quote(table.name());
          // In order, so that who goes on after an interruption finds the same lines.
          for (long first = 0, end = end(connection, relation); first < end; first += SLICE) {
            String rows = " WHERE rowid >= " + first + " AND rowid < " + (first + SLICE);
            read(connection, relation + rows + " ORDER BY rowid", shifted, lines);
          }
          return true;
        });
  }

  /** Returns the number behind the last row. */
  private static long end(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT coalesce(max(rowid) + 1, 0) FROM " + name)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void parquet(Path parquet, Map<String, String> columns, Consumer<String> lines) {
    new ParquetEvents(parquet, file.options()).read(columns, lines);
  }

  @Override
  public void objects(Path parquet, Consumer<String> objects) {
    new ParquetEvents(parquet, file.options()).objects(objects);
  }

  @Override
  public StoredTable describe(String name) {
    return file.read(
        connection -> {
          CatalogTable table = requireEvents(connection, name);
          List<PromotedColumn> columns =
              new Catalog(connection)
                  .columns(table.name()).stream()
                      .map(
                          c ->
                              new PromotedColumn(
                                  c.property(), c.column(), c.type(), c.misfits(), c.nulls()))
                      .toList();
          return new StoredTable(table.origin(), columns);
        });
  }

  @Override
  public SliceContent write(EventSlice slice, Optional<String> known, Path target) {
    Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
    return file.readWritingTo(
        folder,
        connection -> {
          String table = requireEvents(connection, slice.table()).name();
          try {
            return new SliceWriter(connection, table, slice).write(known, target);
          } catch (SQLException e) {
            throw StorageErrors.whileWriting(e, target, file.options());
          }
        });
  }

  private static CatalogTable requireEvents(Connection connection, String name)
      throws SQLException {
    CatalogTable table = new Catalog(connection).require(name);
    if (table.type() != TableType.EVENTS) {
      throw MixpanelDataException.invalidArgument(
          "The table '" + table.name() + "' holds profiles, not events.",
          "Name a table of events.");
    }
    return table;
  }

  /** Reads what has the columns of a table of events, from what follows FROM. */
  static void read(Connection connection, String relation, boolean shifted, Consumer<String> lines)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // Otherwise the engine gathers all rows before it gives the first.
      statement.execute("SET jdbc_stream_results = true");
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT to_json(event_name)::VARCHAR, epoch_ms(event_time), properties::VARCHAR FROM "
                  + relation)) {
        while (rows.next()) {
          String properties = oneLine(rows.getString(3));
          lines.accept(
              line(
                  rows.getString(1),
                  shifted ? PropertyTime.replace(properties, rows.getLong(2)) : properties));
        }
      }
    }
  }

  static String line(String event, String properties) {
    return "{\"event\":" + event + ",\"properties\":" + properties + "}";
  }

  /** Line ends in JSON are only space between its parts. */
  static String oneLine(String json) {
    return json.replace('\n', ' ').replace('\r', ' ');
  }
}
