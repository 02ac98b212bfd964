package dev.mixpaneldata.storage.sql.guard;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.store.SqlLimits;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(Redirect.DISCARD);
    // Secrets are in the environment; Windows starts nothing without this variable.
    builder.environment().keySet().retainAll(Set.of("SystemRoot"));
    return new SqlProcess(limits, folder, builder.start());
  }

  private static List<String> java(SqlLimits limits, Path folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + limits.heapMegabytes() + "m",
            // Where the heap is too small, the process ends: the driver does not check that it
            // got the memory it asked for, and would write beside it.
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + folder.resolve("hs_err.log"),
            "-Xlog:disable",
            "-Djava.io.tmpdir=" + folder,
            "-Duser.timezone=UTC"));
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", classPath(), SqlWorker.class.getName()));
    return command;
  }

  /** Returns the class path: core, storage and the driver, and nothing else. */
  private static String classPath() {
    return String.join(
        File.pathSeparator,
        Stream.of(MixpanelDataException.class, DatabaseFile.class, DuckDBConnection.class)
            .map(SqlLauncher::origin)
            .distinct()
            .toList());
  }

  private static String origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("A class path that is not a file: " + type, e);
    }
  }
}
