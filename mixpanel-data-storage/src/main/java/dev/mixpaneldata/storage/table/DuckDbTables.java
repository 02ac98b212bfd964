package dev.mixpaneldata.storage.table;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.PropertyColumn;
import dev.mixpaneldata.storage.export.TableExporter;
import dev.mixpaneldata.storage.file.Catalog;
import dev.mixpaneldata.storage.file.CatalogTable;
import dev.mixpaneldata.storage.file.ConnectionWork;
import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.storage.file.Identifiers;
import dev.mixpaneldata.storage.file.StorageErrors;
import dev.mixpaneldata.storage.file.TableFacts;
import dev.mixpaneldata.storage.index.TableIndexes;
import dev.mixpaneldata.storage.load.ColumnPromotion;
import dev.mixpaneldata.storage.sql.RowReader;
import dev.mixpaneldata.store.ColumnStatistics;
import dev.mixpaneldata.store.EventBreakdown;
import dev.mixpaneldata.store.ExportedFile;
import dev.mixpaneldata.store.SchemaGraph;
import dev.mixpaneldata.store.SqlResult;
import dev.mixpaneldata.store.StoreContents;
import dev.mixpaneldata.store.StoreInfo;
import dev.mixpaneldata.store.TableExport;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableSchema;
import dev.mixpaneldata.store.TableSummary;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fetched tables of a database file; people's own tables are reached by SQL. */
public final class DuckDbTables implements Tables {
  private static final int MOST_SAMPLED_ROWS = 100_000;

  private final DatabaseFile file;

  /** Creates the tables of this file. */
  public DuckDbTables(DatabaseFile file) {
    this.file = file;
  }

  @Override
  public StoreInfo info() {
    Path path = file.path();
    try {
      if (!file.exists()) {
        return new StoreInfo(path, 0, Optional.empty(), List.of());
      }
      List<TableInfo> tables = list();
      // Reads only the size: opening the file here would, on closing, give up the engine's lock.
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return new StoreInfo(
          path, attributes.size(), Optional.of(attributes.creationTime().toInstant()), tables);
    } catch (IOException e) {
      throw StorageErrors.of(e, path, file.options());
    }
  }

  @Override
  public List<TableInfo> list() {
    return file.exists() ? file.read(TableFacts::list) : List.of();
  }

  @Override
  public StoreContents contents() {
    return file.exists() ? file.read(TableContents::of) : new StoreContents(List.of(), List.of());
  }

  @Override
  public TableSchema schema(String table) {
    return file.read(
        connection -> TableFacts.schema(connection, new Catalog(connection).require(table).name()));
  }

  @Override
  public SqlResult sample(String table, int rows) {
    if (rows < 1 || rows > MOST_SAMPLED_ROWS) {
      throw MixpanelDataException.invalidArgument(
          "A sample of " + rows + " rows cannot be taken.",
          "Choose 1 to " + MOST_SAMPLED_ROWS + " rows; SQL and exports return more.");
    }
    return file.read(
        connection -> {
          String name = Identifiers.quote(new Catalog(connection).require(table).name());
          // Row numbers are drawn first, so that the wide properties of all rows are not read.
          String drawn = "SELECT rowid FROM " + name + " USING SAMPLE reservoir(" + rows + " ROWS)";
          return all(connection, "SELECT * FROM " + name + " WHERE rowid IN (" + drawn + ")");
        });
  }

  @Override
  public TableSummary summarize(String table) {
    return file.read(
        connection ->
            TableStatistics.summarize(connection, new Catalog(connection).require(table).name()));
  }

  @Override
  public EventBreakdown breakdown(String table) {
    return file.read(
        connection -> {
          CatalogTable entry = new Catalog(connection).require(table);
          requireEvents(entry, "A breakdown by event");
          return TableStatistics.breakdown(connection, entry.name());
        });
  }

  @Override
  public List<String> keys(String table, Optional<String> event) {
    return file.read(
        connection -> {
          CatalogTable entry = new Catalog(connection).require(table);
          event.ifPresent(name -> requireEvents(entry, "Choosing an event"));
          // Reading the JSON takes nearly all of the time; forms that gather the lists of names
          // first were measured to take twice as long as this.
          String sql =
              "SELECT DISTINCT unnest(json_keys(properties)) AS name FROM "
                  + Identifiers.quote(entry.name())
                  + (event.isPresent() ? " WHERE event_name = ?" : "")
                  + " ORDER BY name";
          List<String> keys = new ArrayList<>();
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (event.isPresent()) {
              statement.setString(1, event.get());
            }
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                keys.add(row.getString(1));
              }
            }
          }
          return List.copyOf(keys);
        });
  }

  @Override
  public SchemaGraph schemaGraph(String table) {
    return file.read(
        connection -> {
          CatalogTable entry = new Catalog(connection).require(table);
          requireEvents(entry, "The graph of events and properties");
          return PropertyGraph.of(connection, entry.name());
        });
  }

  @Override
  public ColumnStatistics column(String table, String column, int top) {
    if (top < 0) {
      throw MixpanelDataException.invalidArgument(
          "The number of most common values is " + top + ".", "Choose 0 or more.");
    }
    return file.read(
        connection -> {
          String name = new Catalog(connection).require(table).name();
          ColumnPath path = ColumnPath.of(column, TableFacts.schema(connection, name));
          return path.property().isPresent()
              ? PropertyStatistics.of(connection, name, path, top)
              : TableStatistics.column(connection, name, path, top);
        });
  }

  @Override
  public TableSchema promote(String table, List<String> properties) {
    return columnsAfter(
        table, promotion -> promotion.promote(table, PropertyColumn.check(properties)));
  }

  @Override
  public TableSchema demote(String table, List<String> properties) {
    return columnsAfter(table, promotion -> promotion.demote(table, properties));
  }

  private interface Change {
    void make(ColumnPromotion promotion) throws SQLException;
  }

  private TableSchema columnsAfter(String table, Change change) {
    return changed(
        connection -> {
          change.make(new ColumnPromotion(connection));
          return TableFacts.schema(connection, new Catalog(connection).require(table).name());
        });
  }

  private <T> T changed(ConnectionWork<T> work) {
    return new TableIndexes(file).keptThrough(() -> file.change(work));
  }

  @Override
  public void drop(List<String> tables) {
    changed(
        connection -> {
          Catalog catalog = new Catalog(connection);
          Collection<String> names = new LinkedHashSet<>();
          for (String table : tables) {
            names.add(catalog.require(table).name());
          }
          return dropAll(connection, names);
        });
  }

  @Override
  public List<String> dropAll(Optional<TableType> type) {
    return changed(
        connection -> {
          List<String> names =
              new Catalog(connection)
                  .list().stream()
                      .filter(table -> type.isEmpty() || table.type() == type.get())
                      .map(CatalogTable::name)
                      .toList();
          return dropAll(connection, names);
        });
  }

  @Override
  public ExportedFile export(TableExport export) {
    return new TableExporter(file).export(export);
  }

  private static List<String> dropAll(Connection connection, Collection<String> names)
      throws SQLException {
    connection.setAutoCommit(false);
    Catalog catalog = new Catalog(connection);
    try (Statement statement = connection.createStatement()) {
      for (String name : names) {
        statement.execute("DROP TABLE " + Identifiers.quote(name));
        catalog.remove(name);
      }
    }
    connection.commit();
    return List.copyOf(names);
  }

  private static SqlResult all(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      RowReader reader = RowReader.of(result);
      List<List<@Nullable Object>> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(reader.read());
      }
      return new SqlResult(reader.columns(), rows);
    }
  }

  private static void requireEvents(CatalogTable table, String what) {
    if (table.type() != TableType.EVENTS) {
      throw new MixpanelDataException(
          ErrorCode.INVALID_ARGUMENT,
          what + " needs a table of events, but '" + table.name() + "' has profiles.",
          "Name a table of events.");
    }
  }
}
