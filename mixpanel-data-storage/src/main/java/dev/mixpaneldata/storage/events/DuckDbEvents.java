package dev.mixpaneldata.storage.events;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.storage.file.Catalog;
import dev.mixpaneldata.storage.file.CatalogTable;
import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.storage.file.Identifiers;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.StoredEvents;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Consumer;

/** Events of a database file and of Parquet files. */
public final class DuckDbEvents implements StoredEvents {
  private final DatabaseFile file;

  public DuckDbEvents(DatabaseFile file) {
    this.file = file;
  }

  @Override
  public void table(String name, Consumer<String> lines) {
    file.read(
        connection -> {
          CatalogTable table = new Catalog(connection).require(name);
          if (table.type() != TableType.EVENTS) {
            throw MixpanelDataException.invalidArgument(
                "The table '" + table.name() + "' holds profiles, not events.",
                "Name a table of events.");
          }
          boolean shifted = table.origin().projectZone().isPresent();
          read(connection, Identifiers.quote(table.name()), shifted, lines);
          return true;
        });
  }

  @Override
  public void parquet(Path parquet, Map<String, String> columns, Consumer<String> lines) {
    new ParquetEvents(parquet, file.options()).read(columns, lines);
  }

  /** Reads what has the columns of a table of events. */
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
