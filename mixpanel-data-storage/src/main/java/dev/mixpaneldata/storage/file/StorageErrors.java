package dev.mixpaneldata.storage.file;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.StoreOptions;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns failures of the engine and of the file system into this library's errors. DuckDB's JDBC
 * driver gives neither SQL states nor error codes, so the class of an error is read from its text,
 * which begins with the class's name.
 */
public final class StorageErrors {
  /**
   * The classes of errors that are not a fault of the query's text. All other classes of the
   * engine's errors are.
   */
  private static final Pattern NOT_THE_QUERY =
      Pattern.compile(
          "(IO|FATAL|INTERNAL|INTERRUPT|Connection|Serialization) Error:.*", Pattern.DOTALL);

  private StorageErrors() {}

  /**
   * Returns the error for a failure of the engine or of the file system in an operation of this
   * library.
   */
  public static MixpanelDataException of(Exception failure, Path file, StoreOptions options) {
    return of(failure, "database file", file, options);
  }

  /**
   * Returns the error as {@link #of(Exception, Path, StoreOptions)} does, while writing another
   * file.
   */
  public static MixpanelDataException ofTarget(
      Exception failure, Path target, StoreOptions options) {
    return of(failure, "target", target, options);
  }

  /**
   * Returns the error of a statement that reads the database and writes another file: faults of the
   * file are reported for it.
   *
   * @throws SQLException all others
   */
  public static MixpanelDataException whileWriting(
      SQLException failure, Path target, StoreOptions options) throws SQLException {
    String message = String.valueOf(failure.getMessage());
    if (message.contains(target.toString()) || message.contains("No space left on device")) {
      return ofTarget(failure, target, options);
    }
    throw failure;
  }

  private static MixpanelDataException of(
      Exception failure, String kind, Path path, StoreOptions options) {
    String file = "The " + kind + " " + path;
    String message = clean(failure.getMessage());
    if (message.startsWith("INTERRUPT Error") || failure instanceof ClosedByInterruptException) {
      return interrupted(failure);
    }
    if (isDiskFull(message)) {
      return diskFull(path, failure);
    }
    if (message.startsWith("Out of Memory Error")) {
      return new MixpanelDataException(
          ErrorCode.STORAGE_FAILED, outOfMemory(options), outOfMemoryHint(), failure);
    }
    if (message.contains("Trying to read a database file with version number")) {
      return failed(
          file,
          "was written by a newer DuckDB than this one can read",
          "Update mixpanel-data, or move the file away and fetch again.",
          failure);
    }
    if (message.contains("not a valid DuckDB database file")) {
      return failed(
          file,
          "is not a DuckDB database",
          "Name another file, or move this one away and fetch again.",
          failure);
    }
    if (message.contains("Corrupt")
        || message.contains("corrupt")
        || message.contains("Could not read enough bytes")) {
      return failed(
          file,
          "is damaged",
          "Move it away and fetch again, or restore a copy. DuckDB says: " + message,
          failure);
    }
    if (failure instanceof AccessDeniedException || message.contains("Permission denied")) {
      return failed(
          file,
          "or its folder may not be used by this user",
          "Make it readable and writable for yourself, or choose another folder."
              + " The system says: "
              + message,
          failure);
    }
    if (failure instanceof IOException) {
      return failed(file, "could not be used: " + failure, null, failure);
    }
    return failed(file, "could not be used: " + message, null, failure);
  }

  /**
   * Returns the error for a failure of a user's own SQL. Its faults are {@code QUERY_FAILED} in
   * DuckDB's words with the position marked, all others as {@link #of}.
   *
   * @param tables the existing tables, for a query that names another
   */
  public static MixpanelDataException ofQuery(
      SQLException failure, Path file, StoreOptions options, List<String> tables) {
    String message = clean(failure.getMessage());
    boolean isMemory = message.startsWith("Out of Memory Error");
    if (isMemory && options.spillLimitMegabytes().isPresent()) {
      // Threads that find memory or disk used up race for which of the two the engine reports.
      return new MixpanelDataException(
          ErrorCode.QUERY_FAILED,
          "The query needs more than the %d MB of memory and %d MB of disk that it may use."
              .formatted(options.memoryLimitMegabytes(), options.spillLimitMegabytes().get()),
          "Read fewer rows or columns, or aggregate before sorting and joining.",
          failure);
    }
    if (isMemory && !message.contains("max_temp_directory_size")) {
      return new MixpanelDataException(
          ErrorCode.QUERY_FAILED, outOfMemory(options), outOfMemoryHint(), failure);
    }
    if (!NOT_THE_QUERY.matcher(message).matches()
        && message.contains(" Error: ")
        && !isDiskFull(message)) {
      return new MixpanelDataException(
          ErrorCode.QUERY_FAILED, message, queryHint(message, tables), failure);
    }
    return of(failure, file, options);
  }

  /** Returns the error for an operation that the caller stopped. */
  public static MixpanelDataException interrupted(Throwable cause) {
    return new MixpanelDataException(
        ErrorCode.INTERRUPTED, "The operation was stopped.", null, cause);
  }

  /** Returns the error for work that a watch ended. */
  public static MixpanelDataException ended(
      OperationWatch.Reason reason, @Nullable Duration time, Throwable cause) {
    return switch (reason) {
      case INTERRUPTED -> interrupted(cause);
      case OUT_OF_TIME -> outOfTime(time, cause);
    };
  }

  /** Returns the error for work that took longer than it may. */
  static MixpanelDataException outOfTime(@Nullable Duration time, Throwable cause) {
    return new MixpanelDataException(
        ErrorCode.TIMEOUT,
        time == null
            ? "The work took too long and was stopped."
            : String.format(
                Locale.ROOT,
                "The query was stopped at its time limit of %.1f s.",
                time.toMillis() / 1000.0),
        "Read fewer days, rows or columns, or allow more time.",
        cause);
  }

  private static boolean isDiskFull(String message) {
    return message.contains("No space left on device")
        || message.contains("not enough space on the disk")
        // This is about spilling, which the engine stops at 90 % of the free space.
        || message.contains("max_temp_directory_size");
  }

  private static String queryHint(String message, List<String> tables) {
    if (message.startsWith("Catalog Error: Table with name")) {
      return tables.isEmpty()
          ? "There are no tables yet: fetch events or profiles first."
          : "The tables are: " + String.join(", ", tables) + ".";
    }
    if (message.startsWith("Permission Error")
        || message.contains("configuration has been locked")) {
      return "SQL here reads the local tables and reaches no file, network or setting.";
    }
    if (message.startsWith("Parser Error")) {
      return "Correct the SQL where it is marked. It is DuckDB's: SELECT … FROM a local table.";
    }
    if (message.startsWith("Binder Error")) {
      return "Use the columns of the table; a property without a column is read with"
          + " properties->>'$.name'.";
    }
    return "Correct the SQL; it is DuckDB's dialect.";
  }

  private static MixpanelDataException diskFull(Path file, Exception cause) {
    return new MixpanelDataException(
        ErrorCode.DISK_FULL,
        "The file system of " + file + " is full.",
        "Completed work is safe, and no incomplete data is visible. Free some space"
            + " and try again.",
        cause);
  }

  private static String outOfMemory(StoreOptions options) {
    return "The work needs more memory than the "
        + options.memoryLimitMegabytes()
        + " MB that DuckDB may use here.";
  }

  private static String outOfMemoryHint() {
    return "Read fewer rows or columns, avoid list() and string_agg() over many rows, or raise the"
        + " memory limit.";
  }

  private static MixpanelDataException failed(
      String file, String what, @Nullable String hint, Exception cause) {
    return new MixpanelDataException(
        ErrorCode.STORAGE_FAILED, file + " " + what + ".", hint, cause);
  }

  /** Returns the message without useless parts: repeated class names, stack traces, links. */
  private static String clean(@Nullable String message) {
    return String.valueOf(message)
        .replaceFirst("^java\\.sql\\.SQLException: ", "")
        .replaceFirst("(?s)\\s*Stack Trace:.*$", "")
        .replaceFirst("\\s*See also https://\\S+", "")
        .strip();
  }
}
