package dev.mixpaneldata.storage.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * An engine that is kept running for a moment after a read, since starting one takes longer than
 * most reports. It reads only, so that other readers can enter; a writer waits for its end.
 *
 * @param file the file that it has open, which must not be taken for one that has replaced it
 */
record IdleEngine(EngineSettings settings, FileState file, Connection connection) {
  /** The time that an engine waits for the next read, in milliseconds. */
  static final long LINGER_MILLIS = 250;

  /** Distinguishes a file from another one of the same name, and from itself after a change. */
  record FileState(Path path, @Nullable Object key, long modified, long size) {
    static FileState of(Path path) throws IOException {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      return new FileState(path, file.fileKey(), file.lastModifiedTime().toMillis(), file.size());
    }
  }

  /** Keeps the engine of a connection that will be closed. */
  static IdleEngine of(EngineSettings settings, FileState file, Connection connection)
      throws SQLException {
    return new IdleEngine(settings, file, ((DuckDBConnection) connection).duplicate());
  }

  boolean serves(EngineSettings wanted, FileState state) {
    return settings.equals(wanted) && Objects.equals(file, state);
  }

  void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // There is nothing to lose.
    }
  }
}
