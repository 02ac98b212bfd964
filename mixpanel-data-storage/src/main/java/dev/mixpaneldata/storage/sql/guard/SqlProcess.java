package dev.mixpaneldata.storage.sql.guard;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.store.SqlColumn;
import dev.mixpaneldata.store.SqlLimits;
import dev.mixpaneldata.store.SqlRows;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process that runs {@link SqlWorker}. Closing ends it, even in the middle of a statement. */
final class SqlProcess implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final long LONGEST_END_SECONDS = 5;

  private final SqlLimits limits;
  private final Path folder;
  private final Process process;
  private final DataOutputStream tasks;
  private final DataInputStream answers;
  private boolean greeted;
  private boolean fit;

  /**
   * @param folder the process's own temporary folder
   */
  SqlProcess(SqlLimits limits, Path folder, Process process) {
    this.limits = limits;
    this.folder = folder;
    this.process = process;
    this.tasks = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER));
  }

  SqlLimits limits() {
    return limits;
  }

  /** Returns whether it can take another statement. */
  boolean isFit() {
    return fit && process.isAlive();
  }

  /**
   * Runs a statement and hands over its rows. Returns empty, or the failure of the statement, after
   * which the process can continue.
   *
   * @throws IOException if the process ended without an answer
   */
  Optional<MixpanelDataException> run(SqlTask task, SqlRows rows) throws IOException {
    greet();
    fit = false;
    task.write(tasks);
    int columns = 0;
    while (true) {
      int message = answers.readUnsignedByte();
      switch (message) {
        case RowSender.COLUMNS -> columns = columns(rows);
        case RowSender.ROW -> rows.row(CellReader.list(answers, columns));
        case RowSender.DONE -> {
          fit = answers.readBoolean();
          return Optional.empty();
        }
        case RowSender.FAILED -> {
          fit = answers.readBoolean();
          return Optional.of(failure());
        }
        case RowSender.NO_MEMORY -> throw outOfMemory(limits, null);
        default -> throw new IOException("A message of the kind " + message);
      }
    }
  }

  private void greet() throws IOException {
    if (greeted) {
      return;
    }
    try {
      answers.readByte();
      greeted = true;
    } catch (EOFException e) {
      throw new MixpanelDataException(
          ErrorCode.STORAGE_FAILED,
          "The process for SQL could not be started.",
          "SQL is run by the Java of "
              + System.getProperty("java.home")
              + " in a process of its"
              + " own, which needs "
              + limits.memoryMegabytes()
              + " MB of memory.",
          e);
    }
  }

  /** Returns the error for a query that needs more memory than there is for it. */
  static MixpanelDataException outOfMemory(SqlLimits limits, @Nullable Throwable cause) {
    return new MixpanelDataException(
        ErrorCode.QUERY_FAILED,
        String.format(
            Locale.ROOT,
            "The query needs more than the %,d MB of memory that it may take, and was ended.",
            limits.memoryMegabytes()),
        "Read fewer rows or columns, avoid long lists and texts made by the query, or raise the"
            + " memory limit.",
        cause);
  }

  private int columns(SqlRows rows) throws IOException {
    int size = answers.readInt();
    List<SqlColumn> columns = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      columns.add(new SqlColumn(text(), text()));
    }
    rows.columns(columns);
    return size;
  }

  private MixpanelDataException failure() throws IOException {
    ErrorCode code = ErrorCode.valueOf(text());
    String message = text();
    Object hint = CellReader.read(answers);
    return new MixpanelDataException(code, message, hint == null ? null : hint.toString());
  }

  private String text() throws IOException {
    return String.valueOf(CellReader.read(answers));
  }

  @Override
  public void close() {
    process.destroyForcibly();
    // Waits for the end: only then are the lock and the memory free.
    process.onExit().completeOnTimeout(process, LONGEST_END_SECONDS, TimeUnit.SECONDS).join();
    try {
      PrivateFiles.removeTree(folder);
    } catch (IOException e) {
      // The folder is in the system's temporary folder, which the system cleans, too.
    }
  }
}
