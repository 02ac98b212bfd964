package dev.mixpaneldata.storage.file;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.storage.file.ReadEngine.FileState;
import dev.mixpaneldata.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A DuckDB file that is opened for one operation and closed after it, so that other processes and
 * people's own tools can use it in between. An operation waits {@link StoreOptions#lockWait()} for
 * a busy file, then reports {@code DATABASE_LOCKED} with its holder. After a read it stays open for
 * the next one for a moment.
 *
 * <p>Operations do not nest: use the connection that is there. Safe for many threads.
 */
public final class DatabaseFile {
  private static final long FIRST_PAUSE_MILLIS = 10;
  private static final long LONGEST_PAUSE_MILLIS = 250;

  private final Path path;
  private final StoreOptions options;

  /** Creates a file that need not exist; a path with a semicolon is {@code INVALID_ARGUMENT}. */
  public DatabaseFile(Path path, StoreOptions options) {
    this.path = path.toAbsolutePath().normalize();
    this.options = options;
    if (this.path.toString().contains(";")) {
      throw MixpanelDataException.invalidArgument(
          "The database file " + this.path + " has a semicolon in its path.",
          "DuckDB's driver takes it for the end of the path: choose a folder without one.");
    }
  }

  /** Returns the path of the file. */
  public Path path() {
    return path;
  }

  /** Returns the options with which the file is opened. */
  public StoreOptions options() {
    return options;
  }

  /** Closes the file at once, which otherwise happens a moment after the last read. */
  public void release() {
    try {
      DatabaseLock.of(realPath()).endEngine();
    } catch (IOException e) {
      // A missing file is not open.
    }
  }

  /** Returns whether there is a file. */
  public boolean exists() {
    return Files.exists(path);
  }

  /**
   * Reads, side by side with the reads of other threads and processes. The connection reaches
   * nothing but this file, and its settings are locked. Rows without an ORDER BY come in any order.
   */
  public <T extends @Nullable Object> T read(ConnectionWork<T> work) {
    requireFile();
    return within(EngineSettings.reading(path, options), true, null, work);
  }

  /**
   * Reads as {@link #read} does, with the rows in the order in which they lie, and fails with
   * {@code TIMEOUT} if it takes longer than {@code timeout}.
   */
  public <T extends @Nullable Object> T readInOrder(Duration timeout, ConnectionWork<T> work) {
    requireFile();
    return within(EngineSettings.readingInOrder(path, options), true, timeout, work);
  }

  /**
   * Reads as {@link #read} does, but alone in this process, and may write files in {@code folder}.
   */
  public <T extends @Nullable Object> T readWritingTo(Path folder, ConnectionWork<T> work) {
    requireFile();
    return within(EngineSettings.readingAndWritingTo(folder, path, options), false, null, work);
  }

  /**
   * Writes; makes the file and its folders if they are missing, for this user alone. Nobody else
   * reads or writes meanwhile. Files cannot be reached, but settings can be changed.
   */
  public <T extends @Nullable Object> T write(ConnectionWork<T> work) {
    return write(() -> EngineSettings.writing(path, options), work);
  }

  /** Writes as {@link #write(ConnectionWork)} does, and may read files in {@code folder}. */
  public <T extends @Nullable Object> T writeReadingFrom(Path folder, ConnectionWork<T> work) {
    return write(() -> EngineSettings.writingAndReadingFrom(folder, path, options), work);
  }

  private <T extends @Nullable Object> T write(
      Supplier<EngineSettings> chosen, ConnectionWork<T> work) {
    EngineSettings settings;
    try {
      PrivateFiles.createFolders(path.getParent());
      settings = chosen.get();
      NewFile.make(path, settings);
    } catch (SQLException | IOException e) {
      throw StorageErrors.of(e, path, options);
    }
    return within(
        settings,
        false,
        null,
        connection -> {
          SpillFolder.removeAbandoned(path);
          return work.run(connection);
        });
  }

  /**
   * Writes as {@link #write} does, but fails with {@code DATABASE_NOT_FOUND} if there is no file.
   */
  public <T extends @Nullable Object> T change(ConnectionWork<T> work) {
    requireFile();
    return write(work);
  }

  /**
   * Runs work while another process of this library reads the file. Writers of this process wait
   * until that process is done, as they do for readers here.
   */
  public <T extends @Nullable Object> T whileReadElsewhere(Supplier<T> work) {
    requireFile();
    try {
      DatabaseLock gate = DatabaseLock.of(realPath());
      Duration wait = options.lockWait();
      if (!gate.enterShared(EngineSettings.reading(path, options), FileState.of(path), wait)) {
        throw LockConflict.byThisProcess(path, wait);
      }
      try {
        return work.get();
      } finally {
        gate.leave(false);
      }
    } catch (IOException e) {
      throw StorageErrors.of(e, path, options);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StorageErrors.interrupted(e);
    }
  }

  /** Removes the spill files that killed processes left. */
  public void removeAbandonedSpills() {
    try {
      SpillFolder.removeAbandoned(path);
    } catch (IOException e) {
      // The next write tries again.
    }
  }

  private void requireFile() {
    if (!exists()) {
      throw new MixpanelDataException(
          ErrorCode.DATABASE_NOT_FOUND,
          "There is no database file " + path + " yet.",
          "Fetch events or profiles first; that creates it.");
    }
  }

  private <T extends @Nullable Object> T within(
      EngineSettings settings, boolean shared, @Nullable Duration timeout, ConnectionWork<T> work) {
    try {
      DatabaseLock gate = DatabaseLock.of(realPath());
      long start = System.nanoTime();
      Duration wait = options.lockWait();
      @Nullable FileState state = shared ? FileState.of(path) : null;
      if (!(state == null ? gate.enterAlone(wait) : gate.enterShared(settings, state, wait))) {
        throw LockConflict.byThisProcess(path, wait);
      }
      boolean failed = true;
      try (Connection connection = open(gate, settings, state, start)) {
        T result = watched(connection, timeout, work);
        failed = false;
        return result;
      } finally {
        gate.leave(failed);
      }
    } catch (SQLException | IOException e) {
      throw StorageErrors.of(e, path, options);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StorageErrors.interrupted(e);
    }
  }

  private <T extends @Nullable Object> T watched(
      Connection connection, @Nullable Duration timeout, ConnectionWork<T> work)
      throws SQLException, IOException {
    OperationWatch watch = OperationWatch.over(connection, timeout);
    try (watch) {
      return work.run(connection);
    } catch (SQLException | MixpanelDataException e) {
      // Work that was ended fails with an error of the closed connection.
      if (watch.reason().isPresent()) {
        throw StorageErrors.ended(watch.reason().get(), timeout, e);
      }
      throw e;
    }
  }

  private Connection open(
      DatabaseLock gate, EngineSettings settings, @Nullable FileState state, long start)
      throws SQLException, IOException, InterruptedException {
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      try {
        return state != null && settings.access() == EngineSettings.Access.READ_ATTACHED
            ? gate.connect(settings, state)
            : settings.connect(path);
      } catch (SQLException e) {
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        if (!LockConflict.isMeantBy(e)) {
          throw e;
        }
        if (waited.compareTo(options.lockWait()) >= 0) {
          throw LockConflict.byAnotherProcess(path, waited, e);
        }
        // Another process holds the file, and the engine has no call that waits for it.
        Thread.sleep(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      }
    }
  }

  /** Returns the same path for all names of one file, so that links to it share a gate. */
  private Path realPath() throws IOException {
    if (exists()) {
      return path.toRealPath();
    }
    Path parent = path.getParent();
    return parent == null ? path : parent.toRealPath().resolve(path.getFileName());
  }
}
