package dev.mixpaneldata.storage.file;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises in DuckDB's messages that another program holds the file, and names it. */
final class LockConflict {
  /** The engine's words on Linux and macOS; the executable's path stands before the process id. */
  private static final Pattern HOLDER =
      Pattern.compile("Conflicting lock is held in .*\\(PID (\\d+)");

  private LockConflict() {}

  static boolean isMeantBy(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.contains("Could not set lock on file")
        // Windows has no lock of its own kind: the open itself fails.
        || message.contains("being used by another process")
        || isOurs(message);
  }

  /** Returns whether other code has the file open in this process. */
  private static boolean isOurs(String message) {
    return message.contains("with a different configuration than existing connections")
        || message.contains("Unique file handle conflict");
  }

  static MixpanelDataException byAnotherProcess(Path file, Duration waited, SQLException failure) {
    Matcher matcher = HOLDER.matcher(String.valueOf(failure.getMessage()));
    if (!matcher.find()) {
      boolean ours = isOurs(String.valueOf(failure.getMessage()));
      return locked(file, waited, ours ? "this process" : "another process", failure);
    }
    long pid = Long.parseLong(matcher.group(1));
    String holder = "process " + pid + commandOf(pid).map(name -> " (" + name + ")").orElse("");
    return locked(file, waited, holder, failure);
  }

  static MixpanelDataException byThisProcess(Path file, Duration waited) {
    return locked(file, waited, "another operation of this process", null);
  }

  /** Returns the name of a process's program; never its arguments, which may hold secrets. */
  private static Optional<String> commandOf(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().command())
        .map(command -> Path.of(command).getFileName())
        .map(Path::toString);
  }

  private static MixpanelDataException locked(
      Path file, Duration waited, String holder, @Nullable Throwable cause) {
    return new MixpanelDataException(
        ErrorCode.DATABASE_LOCKED,
        String.format(
            Locale.ROOT,
            "The database file %s is held by %s; waited %.1f s for it.",
            file,
            holder,
            waited.toMillis() / 1000.0),
        "Wait until it has finished, or end it, then try again. DuckDB allows many"
            + " readers or one writer, so close shells and tools that have the file open for"
            + " writing.",
        cause);
  }
}
