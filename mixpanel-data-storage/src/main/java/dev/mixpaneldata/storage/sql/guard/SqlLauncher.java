package dev.mixpaneldata.storage.sql.guard;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.storage.process.ChildJava;
import dev.mixpaneldata.store.SqlLimits;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;

/** Starts the processes that run SQL. */
final class SqlLauncher {
  private static final Path SHELL = Path.of("/bin/sh");

  /**
   * Bounds the writable memory of the process, which Linux does; other systems take the number and
   * do nothing. Stopping with Ctrl-C is for the process in front, which ends this one.
   */
  private static final String BOUNDED =
      "trap '' INT HUP; ulimit -c 0; ulimit -d \"$0\" 2>/dev/null; exec \"$@\"";

  private SqlLauncher() {}

  static SqlProcess start(SqlLimits limits) throws IOException {
    Path folder = Files.createTempDirectory("mixpanel-data-sql-");
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SHELL)) {
      long kilobytes = limits.memoryMegabytes() * 1_000_000L / 1024;
      command.addAll(List.of(SHELL.toString(), "-c", BOUNDED, Long.toString(kilobytes)));
    }
    command.addAll(java(limits, folder));
    ProcessBuilder builder =
        ChildJava.bare(
            new ProcessBuilder(command).directory(folder.toFile()).redirectError(Redirect.DISCARD));
    return new SqlProcess(limits, folder, builder.start());
  }

  private static List<String> java(SqlLimits limits, Path folder) {
    // Where the heap is too small, the process ends: the driver does not check that it got the
    // memory it asked for, and would write beside it.
    List<String> flags =
        List.of("-Xmx" + limits.heapMegabytes() + "m", "-XX:+ExitOnOutOfMemoryError");
    return ChildJava.command(
        SqlWorker.class,
        folder,
        flags,
        MixpanelDataException.class,
        DatabaseFile.class,
        DuckDBConnection.class);
  }
}
