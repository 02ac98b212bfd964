package dev.mixpaneldata.cli.launch;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.cli.CommandContext;
import dev.mixpaneldata.cli.Mp;
import dev.mixpaneldata.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs the commonest commands in a folder of its own, so that the JVM's class-data archive knows
 * their classes. What they print and whether they succeed does not matter.
 */
final class Training {
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("--version"),
          List.of("--help"),
          List.of("inspect", "--help"),
          List.of("inspect", "tables"),
          List.of("inspect", "info", "-f", "table"),
          List.of("query", "sql", "SELECT 1 AS a, 'x' AS b, '{\"a\":1}'::JSON AS c"),
          List.of("query", "sql", "SELECT 1 AS a", "-f", "csv"),
          List.of("query", "sql", "SELECT 1 AS a", "-f", "jsonl"),
          List.of("query", "sql", "SELECT 1 AS a", "-f", "table"),
          List.of("query", "sql", "SELECT 1 AS a", "--jq", ".[].a"),
          List.of("auth", "list"),
          List.of("inspect", "schema", "--tabel"));

  private Training() {}

  /** Runs them all. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("mp-training");
    try (Workspace workspace = Workspace.builder().database(folder.resolve("0.db")).open()) {
      for (List<String> command : COMMANDS) {
        CommandContext context =
            new CommandContext(
                new ByteArrayInputStream(new byte[0]),
                new StringWriter(),
                new PrintWriter(new StringWriter()),
                Terminal.NONE,
                Map.of("HOME", folder.toString(), "MP_DATA_DIR", folder.toString()),
                (options, asked) -> workspace);
        Mp.run(context, command);
      }
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
