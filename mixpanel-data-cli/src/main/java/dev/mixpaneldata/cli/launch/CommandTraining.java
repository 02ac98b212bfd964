package dev.mixpaneldata.cli.launch;

import dev.mixpaneldata.cli.CommandTree;
import dev.mixpaneldata.cli.DefaultWorkspaceOpener;
import dev.mixpaneldata.cli.Mp;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.EarlyConnection;
import dev.mixpaneldata.cli.command.Terminal;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A training run of the commonest commands against a Mixpanel in this process and in a folder of
 * its own, so that the JVM's class-data archive knows their classes. Their output and success do
 * not matter.
 */
final class CommandTraining {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("--version"),
          List.of("--help"),
          List.of("inspect", "--help"),
          List.of("inspect", "schema", "--tabel"),
          List.of("fetch", "events", "jan", "--from", DAY.toString(), "--to", DAY.toString()),
          List.of("inspect", "tables"),
          List.of("inspect", "events"),
          List.of(
              "query",
              "segmentation",
              "-e",
              "Purchase",
              "--from",
              DAY.toString(),
              "--to",
              DAY.toString(),
              "--source",
              "live"),
          List.of("inspect", "info", "-f", "table"),
          List.of("inspect", "schema", "-t", "jan", "-f", "table"),
          List.of("inspect", "breakdown", "-t", "jan"),
          List.of("query", "sql", "SELECT * FROM jan LIMIT 3"),
          List.of("query", "sql", "SELECT * FROM jan LIMIT 3", "-f", "csv"),
          List.of("query", "sql", "SELECT * FROM jan LIMIT 3", "-f", "jsonl"),
          List.of("query", "sql", "SELECT * FROM jan LIMIT 3", "-f", "table"),
          List.of("query", "sql", "SELECT count(*) AS n FROM jan", "--jq", ".[].n"),
          List.of("query", "sql", "SELECT wrong"),
          List.of("auth", "list"));

  private CommandTraining() {}

  /** Runs all commands. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("mp-training");
    Mp.prepare();
    Dataset data = Dataset.builder().users(20).from(DAY).to(DAY).build();
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().dataset(data).start()) {
      Map<String, String> environment =
          Map.of(
              "MP_API_BASE_URL", mixpanel.origin().toString(),
              "MP_USERNAME", mixpanel.username(),
              "MP_SECRET", mixpanel.secret(),
              "MP_PROJECT_ID", String.valueOf(mixpanel.projectId()),
              "MP_CONFIG_PATH", folder.resolve("config.toml").toString(),
              "MP_DATA_DIR", folder.toString());
      for (List<String> command : COMMANDS) {
        EarlyConnection.prepare(command);
        CommandContext context =
            new CommandContext(
                new ByteArrayInputStream(new byte[0]),
                new StringWriter(),
                new PrintWriter(new StringWriter()),
                Terminal.NONE,
                environment,
                new DefaultWorkspaceOpener(),
                CommandTree.ALL,
                Pacer.system());
        Mp.run(context, command);
      }
    } finally {
      PrivateFiles.removeTree(folder);
    }
  }
}
