package dev.mixpaneldata.storage.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The engine that reads a file: an empty one, to which the file is attached while somebody reads
 * and for a moment after. Starting an engine takes longer than most reports, and what it has read
 * of indexes stays; the file itself is let go, since nobody can write to it meanwhile. Not safe for
 * many threads; its connections are.
 */
final class ReadEngine {
  /** The time that the file stays attached after a read. */
  static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /** The time that the engine is kept after a read. */
  static final long KEEP_NANOS = TimeUnit.MINUTES.toNanos(1);

  /** The names that the engine has for databases of its own. */
  private static final Set<String> TAKEN = Set.of("memory", "temp", "system");

  private final EngineSettings settings;
  private final Connection base;
  private @Nullable FileState attached;

  /** Distinguishes a file from another one of the same name, and from itself after a change. */
  record FileState(Path path, @Nullable Object key, long modified, long size) {
    static FileState of(Path path) throws IOException {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      return new FileState(path, file.fileKey(), file.lastModifiedTime().toMillis(), file.size());
    }
  }

  private ReadEngine(EngineSettings settings, Connection base) {
    this.settings = settings;
    this.base = base;
  }

  static ReadEngine start(EngineSettings settings) throws SQLException {
    return new ReadEngine(settings, settings.connectToNothing());
  }

  boolean has(EngineSettings wanted) {
    return settings.equals(wanted);
  }

  /** Returns whether it would read the file as it was, and not as it is. */
  boolean isOutdated(FileState state) {
    return attached != null && !Objects.equals(attached, state);
  }

  /** Returns a connection to the file, which is attached if it is not yet. */
  Connection connect(FileState file) throws SQLException {
    String name = Identifiers.quote(name(file.path()));
    Connection connection = ((DuckDBConnection) base).duplicate();
    try (Statement statement = connection.createStatement()) {
      if (attached == null) {
        String path = Identifiers.literal(file.path().toString());
        statement.execute("ATTACH " + path + " AS " + name + " (READ_ONLY)");
        attached = file;
      }
      statement.execute("USE " + name);
      settings.prepare(statement);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Lets the file go. No connection may use it. */
  void detach() throws SQLException {
    if (attached != null) {
      try (Statement statement = base.createStatement()) {
        statement.execute("DETACH " + Identifiers.quote(name(attached.path())));
      }
      attached = null;
    }
  }

  void close() {
    try {
      base.close();
    } catch (SQLException e) {
      // There is nothing to lose.
    }
  }

  /** Returns the name that the engine would give the file by itself, where that is free. */
  private static String name(Path file) {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    return TAKEN.contains(name.toLowerCase(Locale.ROOT)) ? name + "_file" : name;
  }
}
