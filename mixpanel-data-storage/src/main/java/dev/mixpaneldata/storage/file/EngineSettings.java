package dev.mixpaneldata.storage.file;

import dev.mixpaneldata.store.StoreOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;

/** The settings with which DuckDB is opened, and the reason for each. */
record EngineSettings(
    EngineSettings.Access access, Map<String, String> options, Optional<Integer> spill) {
  /** What the engine does with the file. */
  enum Access {
    /** Opens it to read and write. */
    WRITE,
    /** Opens it to read. */
    READ,
    /** Has it attached while somebody reads, and stays for the next one. */
    READ_ATTACHED
  }

  /**
   * The form of new files. DuckDB 2.0 reads and writes it as fast as its own, and every DuckDB
   * since 1.2 opens it; see docs/decisions/0002-database-file.md.
   */
  private static final String STORAGE_VERSION = "v1.2.0";

  private static final String SPILL = "max_temp_directory_size";

  EngineSettings {
    options = Map.copyOf(options);
  }

  /** Returns the settings for writing: settings can be changed, other files cannot be reached. */
  static EngineSettings writing(Path file, StoreOptions options) {
    Map<String, String> settings = common(file, options);
    settings.put("storage_compatibility_version", STORAGE_VERSION);
    // Each commit writes the file itself. The log beside it, which others could read, would be made
    // again after each checkpoint, and no mode can be given for it; closing is quicker for that.
    settings.put("wal_autocheckpoint", "0B");
    settings.put("auto_checkpoint_skip_wal_threshold", "0");
    return new EngineSettings(Access.WRITE, settings, options.spillLimitMegabytes());
  }

  /** Returns the settings of {@link #writing}, but files in {@code folder} may be read. */
  static EngineSettings writingAndReadingFrom(Path folder, Path file, StoreOptions options) {
    EngineSettings writing = writing(file, options);
    Map<String, String> settings = new TreeMap<>(writing.options());
    settings.put("allowed_directories", "[" + listed(folder) + "]");
    return new EngineSettings(Access.WRITE, settings, writing.spill());
  }

  /**
   * Returns the settings for reading: nothing but this file and its indexes can be reached, and no
   * statement can change that. Rows without an ORDER BY come in any order.
   */
  static EngineSettings reading(Path file, StoreOptions options) {
    Map<String, String> settings = locked(file, options);
    // Keeping the order takes reports of millions of rows a third of their time.
    settings.put("preserve_insertion_order", "false");
    // What attaching looks for: a writer may have left its logs beside the file.
    settings.put(
        "allowed_paths",
        Stream.of("", ".wal", ".wal.checkpoint", ".wal.recovery")
            .map(end -> listed(file.resolveSibling(file.getFileName() + end)))
            .collect(Collectors.joining(", ", "[", "]")));
    return new EngineSettings(Access.READ_ATTACHED, settings, options.spillLimitMegabytes());
  }

  /**
   * Returns the settings of {@link #reading} for SQL of people: rows come in the order in which
   * they lie, and the engine has no database that could be written to.
   */
  static EngineSettings readingInOrder(Path file, StoreOptions options) {
    return new EngineSettings(Access.READ, locked(file, options), options.spillLimitMegabytes());
  }

  /**
   * Returns the settings of {@link #reading}, but files in {@code folder} may be written and read.
   */
  static EngineSettings readingAndWritingTo(Path folder, Path file, StoreOptions options) {
    Map<String, String> settings = locked(file, options);
    // Wider than allowed_paths, as a partitioned export makes a tree of files.
    settings.put(
        "allowed_directories", "[" + listed(IndexPath.beside(file)) + ", " + listed(folder) + "]");
    return new EngineSettings(Access.READ, settings, options.spillLimitMegabytes());
  }

  /** Writes an element of a list, in which backslashes escape and quotes are not doubled. */
  private static String listed(Path folder) {
    return '"' + folder.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  Connection connect(Path file) throws SQLException {
    Connection connection = connect("jdbc:duckdb:" + file, access != Access.WRITE);
    try (Statement statement = connection.createStatement()) {
      prepare(statement);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Starts an engine to which files can be attached. */
  Connection connectToNothing() throws SQLException {
    return connect("jdbc:duckdb:", false);
  }

  private Connection connect(String url, boolean readOnly) throws SQLException {
    // A copy, as the driver removes its own settings from it.
    Properties properties = new Properties();
    properties.putAll(options);
    // Not through DriverManager, which knows only drivers of its own class loader.
    return DuckDBConnection.newConnection(url, readOnly, null, properties);
  }

  /** Sets what can only be set once a connection is there. */
  void prepare(Statement statement) throws SQLException {
    // Otherwise times with a zone are cast to text in the zone of this machine.
    statement.execute("SET TimeZone = 'UTC'");
    // The engine shows this bound when it is given with the opening, and does not keep to it.
    if (spill.isPresent()) {
      statement.execute("SET " + SPILL + " = '" + spill.get() + "MB'");
    }
  }

  private static Map<String, String> locked(Path file, StoreOptions options) {
    Map<String, String> settings = common(file, options);
    settings.put("lock_configuration", "true");
    // Indexes are attached; they hold nothing that the file does not.
    settings.put("allowed_directories", "[" + listed(IndexPath.beside(file)) + "]");
    // The engine does not know the time zone before icu is there, which is after opening: it can
    // only be set by a statement, which the lock would refuse.
    // Streaming is set for each connection, too: as a setting of the opening it would keep
    // readers with and without it out of one another's way.
    settings.put("allowed_configs", "['TimeZone', 'jdbc_stream_results', '" + SPILL + "']");
    return settings;
  }

  private static Map<String, String> common(Path file, StoreOptions options) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("enable_external_access", "false");
    // Otherwise an unknown function makes the engine ask the network for an extension.
    settings.put("autoinstall_known_extensions", "false");
    settings.put("autoload_known_extensions", "false");
    settings.put("allow_community_extensions", "false");
    settings.put("memory_limit", options.memoryLimitMegabytes() + "MB");
    settings.put("threads", Integer.toString(options.threads()));
    settings.put("temp_directory", SpillFolder.setting(file));
    return settings;
  }
}
