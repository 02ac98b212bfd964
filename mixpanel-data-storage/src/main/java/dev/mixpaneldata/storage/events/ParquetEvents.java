package dev.mixpaneldata.storage.events;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.storage.file.Identifiers;
import dev.mixpaneldata.store.StoreOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/** Reads a Parquet file by an engine of its own, which reaches this file and no other. */
final class ParquetEvents {
  private static final Set<String> EXPORTED = Set.of("event_name", "event_time", "properties");

  private final Path file;
  private final StoreOptions options;

  ParquetEvents(Path file, StoreOptions options) {
    this.file = file.toAbsolutePath().normalize();
    this.options = options;
  }

  void read(Map<String, String> names, Consumer<String> lines) {
    requireFile();
    try (Connection connection = connect()) {
      String relation = relation();
      Map<String, String> columns = columns(connection, relation);
      if (columns.keySet().containsAll(EXPORTED)) {
        DuckDbEvents.read(connection, relation, false, lines);
      } else {
        rows(connection, relation, columns, names, lines);
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Reads each row as a JSON object. */
  void objects(Consumer<String> objects) {
    requireFile();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("SET jdbc_stream_results = true");
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT to_json(file)::VARCHAR FROM read_parquet("
                  + Identifiers.literal(file.toString())
                  + ", hive_partitioning = false) file")) {
        while (rows.next()) {
          objects.accept(rows.getString(1));
        }
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private void requireFile() {
    if (!Files.isRegularFile(file)) {
      throw MixpanelDataException.invalidArgument(
          "There is no file " + file + ".", "Name a Parquet file.");
    }
  }

  private String relation() {
    return "read_parquet(" + Identifiers.literal(file.toString()) + ")";
  }

  private MixpanelDataException unreadable(SQLException cause) {
    return new MixpanelDataException(
        ErrorCode.INVALID_ARGUMENT,
        "The file " + file + " cannot be read as Parquet: " + cause.getMessage(),
        "Name a Parquet file with the columns event and time.",
        cause);
  }

  private Connection connect() throws SQLException {
    Properties settings = new Properties();
    String path = file.toString().replace("\\", "\\\\").replace("\"", "\\\"");
    settings.put("allowed_paths", "[\"" + path + "\"]");
    settings.put("enable_external_access", "false");
    settings.put("autoinstall_known_extensions", "false");
    settings.put("autoload_known_extensions", "false");
    settings.put("memory_limit", options.memoryLimitMegabytes() + "MB");
    settings.put("threads", Integer.toString(options.threads()));
    return DuckDBConnection.newConnection("jdbc:duckdb:", false, null, settings);
  }

  private static Map<String, String> columns(Connection connection, String relation)
      throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM " + relation)) {
      while (rows.next()) {
        columns.put(rows.getString("column_name"), rows.getString("column_type"));
      }
    }
    return columns;
  }

  private static void rows(
      Connection connection,
      String relation,
      Map<String, String> columns,
      Map<String, String> names,
      Consumer<String> lines)
      throws SQLException {
    Map<String, String> byProperty = new LinkedHashMap<>();
    columns.keySet().forEach(c -> byProperty.put(names.getOrDefault(c, c), c));
    for (String required : List.of("event", "time")) {
      if (!byProperty.containsKey(required)) {
        throw MixpanelDataException.invalidArgument(
            "The file has no column '" + required + "', but " + columns.keySet() + ".",
            "Choose the column that is the " + required + " with a map of columns.");
      }
    }
    String event = Identifiers.quote(Objects.requireNonNull(byProperty.remove("event")));
    String properties =
        byProperty.entrySet().stream()
            .map(
                entry ->
                    Identifiers.literal(entry.getKey())
                        + ", "
                        + value(entry.getKey(), entry.getValue(), columns))
            .collect(Collectors.joining(", ", "json_object(", ")::VARCHAR"));
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("SET jdbc_stream_results = true");
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT to_json("
                  + event
                  + "::VARCHAR)::VARCHAR, "
                  + properties
                  + " FROM "
                  + relation)) {
        while (rows.next()) {
          String name = rows.getString(1);
          lines.accept(
              DuckDbEvents.line(
                  name == null ? "null" : name, DuckDbEvents.oneLine(rows.getString(2))));
        }
      }
    }
  }

  private static String value(String property, String column, Map<String, String> columns) {
    String quoted = Identifiers.quote(column);
    boolean isTime = String.valueOf(columns.get(column)).matches("TIMESTAMP.*|DATE");
    return property.equals("time") && isTime ? "epoch_ms(" + quoted + "::TIMESTAMP)" : quoted;
  }
}
