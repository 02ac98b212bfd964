package dev.mixpaneldata.storage.index;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.storage.process.ChildJava;
import dev.mixpaneldata.store.StoreOptions;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;

/** A process that makes one index, and ends when the one that started it ends. */
final class IndexProcess {
  /** Leaves the processors to everybody else, where the system knows that. */
  private static final Path SHELL = Path.of("/bin/sh");

  private static final String LAST_IN_LINE = "trap '' INT HUP; exec nice -n 19 \"$@\"";
  private static final int NOT_MADE = 2;

  private IndexProcess() {}

  /** Runs it and returns its exit code, 0 if the index is there. */
  static int run(DatabaseFile file, String table) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("mixpanel-data-index-");
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SHELL)) {
      command.addAll(List.of(SHELL.toString(), "-c", LAST_IN_LINE, "index"));
    }
    command.addAll(
        ChildJava.command(
            IndexProcess.class,
            folder,
            List.of("-Xmx64m"),
            MixpanelDataException.class,
            DatabaseFile.class,
            DuckDBConnection.class,
            ObjectMapper.class,
            JsonFactory.class,
            JsonProperty.class));
    Process process =
        ChildJava.bare(
                new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD))
            .start();
    try (DataOutputStream task = new DataOutputStream(process.getOutputStream())) {
      task.writeUTF(file.path().toString());
      task.writeUTF(table);
      task.writeInt(file.options().memoryLimitMegabytes());
      task.flush();
      return process.waitFor();
    } finally {
      process.destroyForcibly();
      PrivateFiles.removeTree(folder);
    }
  }

  /** Makes the index that standard input names. */
  public static void main(String[] arguments) throws IOException, SQLException {
    DataInputStream task = new DataInputStream(System.in);
    Path path = Path.of(task.readUTF());
    String table = task.readUTF();
    StoreOptions options = new StoreOptions(Duration.ofSeconds(10), task.readInt(), 1);
    Thread watch = new Thread(() -> endWith(task));
    watch.setDaemon(true);
    watch.start();
    boolean made = IndexBuild.run(new DatabaseFile(path, options), table, IndexLimits.DEFAULT);
    System.exit(made ? 0 : NOT_MADE);
  }

  private static void endWith(DataInputStream input) {
    try {
      input.read();
    } catch (IOException e) {
      // The other end is gone.
    }
    Runtime.getRuntime().halt(NOT_MADE);
  }
}
