package dev.mixpaneldata.storage.sql.guard;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.storage.file.OperationWatch;
import dev.mixpaneldata.storage.file.StorageErrors;
import dev.mixpaneldata.storage.sql.DuckDbSql;
import dev.mixpaneldata.storage.sql.GatheredRows;
import dev.mixpaneldata.store.Sql;
import dev.mixpaneldata.store.SqlLimits;
import dev.mixpaneldata.store.SqlQuery;
import dev.mixpaneldata.store.SqlResult;
import dev.mixpaneldata.store.SqlRows;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Runs SQL as {@link dev.mixpaneldata.storage.sql.DuckDbSql} does, in a process of its own. Time,
 * memory, spilling and the size of rows are bounded from outside of the engine: a statement that
 * takes more, that cannot be interrupted or that breaks the engine costs that process, which takes
 * its memory and its lock of the file with it.
 */
public final class GuardedSql implements Sql {
  private final DatabaseFile file;
  private final SqlLimits limits;

  /** Creates SQL on this file within these limits. */
  public GuardedSql(DatabaseFile file, SqlLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  /** Returns SQL on this file: in a process of its own where the file's options set limits. */
  public static Sql on(DatabaseFile file) {
    return file.options()
        .sqlLimits()
        .<Sql>map(limits -> new GuardedSql(file, limits))
        .orElseGet(() -> new DuckDbSql(file));
  }

  @Override
  public SqlResult query(SqlQuery query) {
    GatheredRows rows = new GatheredRows();
    stream(query, rows);
    return rows.result();
  }

  @Override
  public void stream(SqlQuery query, SqlRows rows) {
    long start = System.nanoTime();
    try {
      if (!SqlProcesses.enter(query.timeout())) {
        throw crowded(query.timeout());
      }
      try {
        Duration left = query.timeout().minusNanos(System.nanoTime() - start);
        file.whileReadElsewhere(
            () -> {
              run(new SqlTask(file.path(), file.options(), limits, query), left, rows);
              return true;
            });
      } finally {
        SqlProcesses.leave();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StorageErrors.interrupted(e);
    }
  }

  private void run(SqlTask task, Duration time, SqlRows rows) {
    SqlProcess process;
    try {
      process = SqlProcesses.take(limits);
    } catch (IOException e) {
      throw new MixpanelDataException(
          ErrorCode.STORAGE_FAILED,
          "The process for SQL could not be started: " + e.getMessage(),
          null,
          e);
    }
    boolean answered = false;
    OperationWatch watch = OperationWatch.over(process, time);
    try (watch) {
      Optional<MixpanelDataException> failure = process.run(task, rows);
      answered = true;
      if (failure.isPresent()) {
        throw failure.get();
      }
    } catch (IOException | MixpanelDataException e) {
      if (watch.reason().isPresent()) {
        throw StorageErrors.ended(watch.reason().get(), task.query().timeout(), e);
      }
      if (e instanceof MixpanelDataException known) {
        throw known;
      }
      // It ends by itself where Java's heap is too small, and by force where the engine broke.
      throw SqlProcess.outOfMemory(limits, e);
    } finally {
      if (answered && watch.reason().isEmpty()) {
        SqlProcesses.giveBack(process);
      } else {
        SqlProcesses.end(process);
        file.removeAbandonedSpills();
      }
    }
  }

  private static MixpanelDataException crowded(Duration waited) {
    return new MixpanelDataException(
        ErrorCode.TIMEOUT,
        "The query waited for " + waited.toSeconds() + " s while others ran, and was not started.",
        "Try again; " + SqlProcesses.MOST + " queries run at a time.");
  }
}
