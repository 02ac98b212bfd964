package dev.mixpaneldata.storage.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of a load one after the other, and stops the one that runs when the thread
 * that runs it is interrupted. For one thread; a second one only watches.
 */
final class Statements implements AutoCloseable {
  private static final long WATCH_INTERVAL_NANOS = 50_000_000;

  private final Connection connection;
  private final Thread worker = Thread.currentThread();
  private final Thread watcher;
  private volatile @Nullable Statement running;
  private volatile boolean closed;

  Statements(Connection connection) {
    this.connection = connection;
    watcher = new Thread(this::watch, "mixpanel-data-load-watch");
    watcher.setDaemon(true);
    watcher.start();
  }

  Connection connection() {
    return connection;
  }

  /** Runs a statement and returns the number of rows that it changed. */
  long update(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      running = statement;
      return statement.executeLargeUpdate(sql);
    } finally {
      running = null;
    }
  }

  /** Returns the one number that a query gives; 0 for NULL. */
  long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      running = statement;
      try (ResultSet row = statement.executeQuery(sql)) {
        return row.next() ? row.getLong(1) : 0;
      }
    } finally {
      running = null;
    }
  }

  /** The work of one transaction. */
  @FunctionalInterface
  interface Work {
    void run() throws SQLException;
  }

  /** Does all of the work or nothing. */
  void transaction(Work work) throws SQLException {
    connection.setAutoCommit(false);
    boolean done = false;
    try {
      work.run();
      connection.commit();
      done = true;
    } finally {
      if (!done) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(watcher);
  }

  private void watch() {
    while (!closed) {
      LockSupport.parkNanos(WATCH_INTERVAL_NANOS);
      Statement statement = running;
      if (statement != null && worker.isInterrupted()) {
        cancel(statement);
      }
    }
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException e) {
      // It has just ended by itself; the next one is cancelled instead.
    }
  }
}
