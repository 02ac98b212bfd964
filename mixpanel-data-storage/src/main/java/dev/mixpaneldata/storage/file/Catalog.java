package dev.mixpaneldata.storage.file;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.TableName;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.value.DateRange;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The entries of the tables in a database file, kept in a schema of their own so that {@code SHOW
 * TABLES} lists the user's tables only. It works on the caller's connection and within the caller's
 * transaction. As in DuckDB, upper and lower case are one in table names.
 *
 * <p>Tables that people made themselves have no entry: SQL sees them, {@link #list()} does not. An
 * entry whose table was dropped by other means counts as gone. For one thread.
 */
public final class Catalog {
  /** The schema of the catalogue's own tables. */
  public static final String SCHEMA = TableName.OWN_SCHEMA;

  /**
   * The version of the layout of tables; a later layout that older code cannot read gets the next
   * number.
   */
  public static final int FORMAT_VERSION = 1;

  private static final List<String> DEFINITION =
      List.of(
          "CREATE SCHEMA IF NOT EXISTS mixpanel_data",
          """
          CREATE TABLE IF NOT EXISTS mixpanel_data.tables (
            name VARCHAR NOT NULL, type VARCHAR NOT NULL,
            created_at TIMESTAMP NOT NULL, fetched_at TIMESTAMP NOT NULL,
            project_id VARCHAR NOT NULL, region VARCHAR NOT NULL, project_zone VARCHAR,
            from_date DATE, to_date DATE, events VARCHAR[] NOT NULL, where_expression VARCHAR,
            row_limit BIGINT, last_job VARCHAR, format_version INTEGER NOT NULL)\
          """,
          """
          CREATE TABLE IF NOT EXISTS mixpanel_data.columns (
            table_name VARCHAR NOT NULL, property VARCHAR NOT NULL, column_name VARCHAR NOT NULL,
            type VARCHAR NOT NULL, misfits BIGINT NOT NULL, nulls BIGINT NOT NULL,
            position INTEGER NOT NULL)\
          """);

  private static final String PRESENT_TABLES =
      "SELECT schema_name, table_name FROM duckdb_tables()"
          + " WHERE database_name = current_database()";

  // These tables are small, and read with each report: sorting and choosing rows is done here, as
  // it would double the time in the engine.
  private static final String ENTRIES = "FROM mixpanel_data.tables";

  private static final String COLUMNS =
      "SELECT table_name, property, column_name, type, misfits, nulls FROM mixpanel_data.columns"
          + " ORDER BY position";

  private static final Comparator<CatalogTable> BY_NAME =
      Comparator.comparing((CatalogTable table) -> table.name().toLowerCase(Locale.ROOT))
          .thenComparing(CatalogTable::name);

  private final Connection connection;

  /**
   * Whether the catalogue's tables are known to exist: a query for it costs more than reading them.
   */
  private boolean isThere;

  /** Creates a catalogue over this connection. */
  public Catalog(Connection connection) {
    this.connection = connection;
  }

  /** Returns the entry of a table; empty if there is none. */
  public Optional<CatalogTable> find(String name) throws SQLException {
    return list().stream().filter(table -> table.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Returns the entry of a table; {@code TABLE_NOT_FOUND} names the existing ones. */
  public CatalogTable require(String name) throws SQLException {
    List<CatalogTable> tables = list();
    return tables.stream()
        .filter(table -> table.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> notFound(name, tables));
  }

  /** Returns all entries, by name. */
  public List<CatalogTable> list() throws SQLException {
    Set<String> present = presentTables();
    List<CatalogTable> tables = new ArrayList<>();
    if (!isThere) {
      return tables;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(ENTRIES)) {
      while (row.next()) {
        if (present.contains("main." + row.getString("name"))) {
          tables.add(read(row));
        }
      }
    }
    tables.sort(BY_NAME);
    return List.copyOf(tables);
  }

  /** Returns whether any table or view has this name, with or without an entry. */
  public boolean nameIsTaken(String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT 1 FROM information_schema.tables WHERE table_schema = 'main'"
                + " AND table_catalog = current_database() AND lower(table_name) = lower(?)")) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Makes or replaces the entry of a table and of its promoted columns. */
  public void put(CatalogTable table, List<CatalogColumn> columns) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String definition : DEFINITION) {
        statement.execute(definition);
      }
    }
    remove(table.name());
    TableOrigin origin = table.origin();
    update(
        "INSERT INTO mixpanel_data.tables VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        table.name(),
        table.type().name(),
        utc(table.createdAt()),
        utc(table.fetchedAt()),
        origin.projectId(),
        origin.region(),
        origin.projectZone().map(ZoneId::getId).orElse(null),
        origin.range().map(DateRange::from).orElse(null),
        origin.range().map(DateRange::to).orElse(null),
        connection.createArrayOf("VARCHAR", origin.events().toArray()),
        origin.where().orElse(null),
        origin.limit().orElse(null),
        table.lastJob().orElse(null),
        FORMAT_VERSION);
    for (int i = 0; i < columns.size(); i++) {
      CatalogColumn column = columns.get(i);
      update(
          "INSERT INTO mixpanel_data.columns VALUES (?, ?, ?, ?, ?, ?, ?)",
          table.name(),
          column.property(),
          column.column(),
          column.type(),
          column.misfits(),
          column.nulls(),
          i);
    }
  }

  /** Removes the entry of a table, if there is one. */
  public void remove(String name) throws SQLException {
    if (isThere()) {
      update("DELETE FROM mixpanel_data.columns WHERE lower(table_name) = lower(?)", name);
      update("DELETE FROM mixpanel_data.tables WHERE lower(name) = lower(?)", name);
    }
  }

  /** Returns a table's promoted columns, in the order they were put. */
  public List<CatalogColumn> columns(String table) throws SQLException {
    List<CatalogColumn> columns = new ArrayList<>();
    if (!isThere()) {
      return columns;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(COLUMNS)) {
      while (row.next()) {
        if (table.equalsIgnoreCase(row.getString(1))) {
          columns.add(
              new CatalogColumn(
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getLong(5),
                  row.getLong(6)));
        }
      }
    }
    return List.copyOf(columns);
  }

  private boolean isThere() throws SQLException {
    if (!isThere) {
      presentTables();
    }
    return isThere;
  }

  /** Returns the existing tables, ignoring upper and lower case. */
  private Set<String> presentTables() throws SQLException {
    Set<String> tables = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(PRESENT_TABLES)) {
      while (row.next()) {
        tables.add(row.getString(1) + "." + row.getString(2));
      }
    }
    isThere = tables.containsAll(List.of(SCHEMA + ".tables", SCHEMA + ".columns"));
    return tables;
  }

  private void update(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private static CatalogTable read(ResultSet row) throws SQLException {
    String name = row.getString("name");
    if (row.getInt("format_version") > FORMAT_VERSION) {
      throw new MixpanelDataException(
          ErrorCode.STORAGE_FAILED,
          "The table '" + name + "' was written by a newer mixpanel-data.",
          "Update mixpanel-data, or fetch the table again under another name.");
    }
    List<String> events = new ArrayList<>();
    for (Object event : (Object[]) row.getArray("events").getArray()) {
      events.add((String) event);
    }
    LocalDate from = row.getObject("from_date", LocalDate.class);
    LocalDate to = row.getObject("to_date", LocalDate.class);
    long limit = row.getLong("row_limit");
    Optional<Long> rowLimit = row.wasNull() ? Optional.empty() : Optional.of(limit);
    return new CatalogTable(
        name,
        TableType.valueOf(row.getString("type")),
        instant(row, "created_at"),
        instant(row, "fetched_at"),
        new TableOrigin(
            row.getString("project_id"),
            row.getString("region"),
            from == null || to == null ? Optional.empty() : Optional.of(new DateRange(from, to)),
            events,
            Optional.ofNullable(row.getString("where_expression")),
            rowLimit,
            Optional.ofNullable(row.getString("project_zone")).map(ZoneId::of)),
        Optional.ofNullable(row.getString("last_job")));
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /**
   * Returns the time of a column. getTimestamp would read the value in the zone of this machine.
   */
  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  /** Returns the error for an unknown table; it names the existing ones. */
  private static MixpanelDataException notFound(String name, List<CatalogTable> tables) {
    return new MixpanelDataException(
        ErrorCode.TABLE_NOT_FOUND,
        "There is no table '" + name + "'.",
        tables.isEmpty()
            ? "There are no tables yet: fetch events or profiles first."
            : "The tables are: "
                + String.join(", ", tables.stream().map(CatalogTable::name).toList())
                + ".");
  }
}
