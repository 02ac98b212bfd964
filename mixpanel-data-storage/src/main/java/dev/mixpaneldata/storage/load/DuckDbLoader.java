package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.TableName;
import dev.mixpaneldata.storage.file.Catalog;
import dev.mixpaneldata.storage.file.CatalogTable;
import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.storage.file.StorageErrors;
import dev.mixpaneldata.storage.file.TableFacts;
import dev.mixpaneldata.storage.index.TableIndexes;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.LoadListener;
import dev.mixpaneldata.store.spi.LoadRequest;
import dev.mixpaneldata.store.spi.LoadResult;
import dev.mixpaneldata.store.spi.Loader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/**
 * Loads part files into tables of a DuckDB file. Safe for many threads; loads of one file wait for
 * each other.
 */
public final class DuckDbLoader implements Loader {
  private final DatabaseFile file;
  private final TableIndexes indexes;
  private final Clock clock;
  private final long rowsAtOnce;

  /** Creates a loader into this file; the clock gives the creation times of tables. */
  public DuckDbLoader(DatabaseFile file, Clock clock) {
    this(file, clock, TimeSlices.MAX_ROWS);
  }

  DuckDbLoader(DatabaseFile file, Clock clock, long rowsAtOnce) {
    this.file = file;
    this.indexes = new TableIndexes(file);
    this.clock = clock;
    this.rowsAtOnce = rowsAtOnce;
  }

  @Override
  public Optional<TableInfo> find(String table) {
    if (!file.exists()) {
      return Optional.empty();
    }
    return file.read(
        connection -> {
          Optional<CatalogTable> entry = new Catalog(connection).find(table);
          return entry.isEmpty()
              ? Optional.empty()
              : Optional.of(TableFacts.info(connection, entry.get()));
        });
  }

  @Override
  public void prepare() {
    try {
      DriverManager.getConnection("jdbc:duckdb:").close();
    } catch (SQLException e) {
      // The load meets the same failure and reports it for its file.
    }
  }

  @Override
  public LoadResult load(LoadRequest request, LoadListener listener) {
    TableName.check(request.table());
    try {
      LoadResult result =
          indexes.keptThrough(() -> file.write(connection -> load(connection, request, listener)));
      if (request.type() == TableType.EVENTS) {
        indexes.makeAfterLoad(request.table(), result);
      }
      return result;
    } catch (MixpanelDataException e) {
      if (e.code() == ErrorCode.INTERRUPTED) {
        sweep(e);
      }
      throw e;
    }
  }

  /**
   * Removes the rest of a failed load over another connection, since an interruption closes the
   * first.
   */
  private void sweep(MixpanelDataException failure) {
    boolean wasInterrupted = Thread.interrupted();
    try {
      file.write(
          connection -> {
            try (Statements statements = new Statements(connection)) {
              StagingTable.dropLeftovers(statements);
            }
            return true;
          });
    } catch (MixpanelDataException e) {
      // The next load tries again.
      failure.addSuppressed(e);
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Loads over an open connection. */
  LoadResult load(Connection connection, LoadRequest request, LoadListener listener)
      throws SQLException {
    PartQueue parts = new PartQueue(request.parts(), listener);
    try (parts;
        Statements statements = new Statements(connection)) {
      return new TableLoad(statements, request, parts, file.options(), clock.instant(), rowsAtOnce)
          .run();
    } catch (SQLException | IOException | RuntimeException e) {
      throw explain(e, parts);
    }
  }

  /**
   * Returns the true cause: the engine passes on only the message of an exception from a part's
   * reader.
   */
  private MixpanelDataException explain(Exception failure, PartQueue parts) {
    if (Thread.currentThread().isInterrupted()) {
      return StorageErrors.interrupted(failure);
    }
    if (parts.failure().isPresent()) {
      PartQueue.Failure part = parts.failure().get();
      return part.cause() instanceof MixpanelDataException known
          ? known
          : partFailed(parts.path(part.part()), part.cause());
    }
    return failure instanceof MixpanelDataException known
        ? known
        : StorageErrors.of(failure, file.path(), file.options());
  }

  private static MixpanelDataException partFailed(Path part, Exception cause) {
    return new MixpanelDataException(
        ErrorCode.STORAGE_FAILED,
        "The part file "
            + part
            + " cannot be read: "
            + cause.getMessage()
            + ". Nothing was loaded.",
        "It was complete when it was received. Delete it and repeat the fetch, which downloads it"
            + " again.",
        cause);
  }
}
