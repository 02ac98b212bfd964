package dev.mixpaneldata.storage.shard;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The engine of this process that computes what shards answer. Starting one costs more than most
 * shards do, so that all workers share it and its memory; each has a connection and temporary
 * tables of its own. What does not fit in memory it keeps in one folder.
 */
public final class ShardEngine {
  private static @Nullable ShardEngine shared;

  private final DuckDBConnection root;
  private final Path folder;

  private ShardEngine(DuckDBConnection root, Path folder) {
    this.root = root;
    this.folder = folder;
  }

  /**
   * Returns the engine of this process; the first caller decides its limits.
   *
   * @param memoryMegabytes its memory
   * @param temporary the folder in which it makes its own
   */
  public static synchronized ShardEngine of(int memoryMegabytes, Path temporary) {
    if (shared == null) {
      shared = start(memoryMegabytes, temporary);
    }
    return shared;
  }

  private static ShardEngine start(int memoryMegabytes, Path temporary) {
    try {
      Path folder = Files.createTempDirectory(temporary, "mixpanel-shards");
      Properties settings = new Properties();
      String path = folder.toString().replace("\\", "\\\\").replace("\"", "\\\"");
      settings.put("allowed_directories", "[\"" + path + "\"]");
      settings.put("enable_external_access", "false");
      settings.put("autoinstall_known_extensions", "false");
      settings.put("autoload_known_extensions", "false");
      settings.put("memory_limit", memoryMegabytes + "MB");
      settings.put("temp_directory", folder.resolve("spill").toString());
      // It then works on the threads of its callers, on which alone Spark's rows can be read.
      settings.put("threads", "1");
      settings.put("preserve_insertion_order", "false");
      DuckDBConnection root = DuckDBConnection.newConnection("jdbc:duckdb:", false, null, settings);
      try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
        builder
            .withName(RowFunction.NAME)
            .withParameter(Long.class)
            .withFunction(new RowFunction())
            .register(root);
      }
      return new ShardEngine(root, folder);
    } catch (SQLException | IOException e) {
      throw new MixpanelDataException(
          ErrorCode.STORAGE_FAILED,
          "The engine of shards could not be started: " + e.getMessage(),
          "Give this process a temporary folder that it can write in.",
          e);
    }
  }

  /** Opens a connection; its temporary tables are its own. */
  public Connection connect() throws SQLException {
    Connection connection = root.duplicate();
    try (Statement statement = connection.createStatement()) {
      // Otherwise times with a zone are cast to text in the zone of this machine.
      statement.execute("SET TimeZone = 'UTC'");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Returns a new file that the engine can reach. */
  public Path newFile() throws IOException {
    return Files.createTempFile(folder, "rows", ".parquet");
  }
}
