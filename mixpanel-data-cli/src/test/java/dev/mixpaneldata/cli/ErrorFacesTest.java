package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.WorkspaceBuilder;
import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.Terminal;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.chain.AccessRules;
import dev.mixpaneldata.mcp.chain.AuditLog;
import dev.mixpaneldata.mcp.chain.Chain;
import dev.mixpaneldata.mcp.client.Client;
import dev.mixpaneldata.mcp.session.Caller;
import dev.mixpaneldata.mcp.session.Session;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.toolbox.Toolbox;
import dev.mixpaneldata.quota.WaitRules;
import dev.mixpaneldata.testkit.FakeMixpanel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * docs/errors.md shows what a Java caller, a user of {@code mp} and an assistant read: each error
 * is provoked on all three faces. {@code -Dpages.write=true} writes the page's table anew.
 */
class ErrorFacesTest {
  private static final Path PAGE = Path.of("../docs/errors.md");
  private static final String BEGIN = "<!-- faces -->\n";
  private static final String END = "<!-- end of faces -->";
  private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");

  /**
   * Only a terminal has somebody who can say no; elsewhere such a call is refused or carried out.
   */
  private static final List<ErrorCode> AT_A_TERMINAL_ALONE = List.of(ErrorCode.DECLINED);

  @TempDir Path folder;

  /** What a face says: the message, and the hint, empty for none. */
  private record Said(String message, String hint) {}

  @Test
  void thePageShowsWhatIsSaidOnEachFace() throws Exception {
    StringBuilder table =
        new StringBuilder(
            "| code | what is said | to a Java caller | to a user of `mp` | to an assistant |\n"
                + "|---|---|---|---|---|\n");
    assertThat(Provocation.ALL.keySet()).containsExactly(ErrorCode.values());
    String page = Files.readString(PAGE);
    List<String> problems = new ArrayList<>();
    for (ErrorCode code : ErrorCode.values()) {
      try {
        table.append(code == ErrorCode.DISK_FULL ? rowOfFullDisk(page) : row(code));
      } catch (AssertionError | Exception e) {
        problems.add(code + ": " + e);
      }
    }
    assertThat(problems).isEmpty();
    String rendered =
        page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
            + table
            + page.substring(page.indexOf(END));
    if (Boolean.getBoolean("pages.write")) {
      Files.writeString(PAGE, rendered);
    } else {
      assertThat(page).isEqualTo(rendered);
    }
  }

  /** Keeps the row that is there where no disk can be made full. */
  private String rowOfFullDisk(String page) throws Exception {
    return FullDisk.row(folder).orElseGet(() -> rowOf(page, ErrorCode.DISK_FULL));
  }

  private static String rowOf(String page, ErrorCode code) {
    return page.substring(page.indexOf(BEGIN))
        .lines()
        .filter(line -> line.startsWith("| `" + code + "` |"))
        .map(line -> line + "\n")
        .findFirst()
        .orElseThrow();
  }

  String row(ErrorCode code) throws Exception {
    Provocation provocation = Provocation.ALL.get(code);
    Said mp = mp(code, provocation);
    if (AT_A_TERMINAL_ALONE.contains(code)) {
      return "| `%s` | %s | cannot happen | %s | cannot happen |\n"
          .formatted(code, cell(mp.message()), cell(mp.hint()));
    }
    Said java = java(code, provocation);
    Said mcp = mcp(code, provocation);
    assertThat(List.of(cell(java.message()), cell(mcp.message()))).containsOnly(cell(mp.message()));
    return "| `%s` | %s | %s | %s | %s |\n"
        .formatted(code, cell(mp.message()), cell(java.hint()), cell(mp.hint()), cell(mcp.hint()));
  }

  private String cell(String text) {
    return text.replaceAll("http://127\\.0\\.0\\.1:[0-9]+", "https://mixpanel.com")
        .replaceAll("127\\.0\\.0\\.1:[0-9]+", "mixpanel.com")
        .replaceAll(Pattern.quote(folder.toString()) + "/stage[0-9]+", "~/.mp")
        .replaceAll("process [0-9]+", "process 4711")
        .replaceAll("\\s+", " ")
        .replace("<", "&lt;")
        .replace("|", "\\|");
  }

  private Said java(ErrorCode code, Provocation provocation) throws Exception {
    try (Stage stage = stage(provocation)) {
      MixpanelDataException error =
          catchThrowableOfType(
              MixpanelDataException.class,
              () -> {
                try (Workspace workspace = stage.open()) {
                  provocation.java().call(workspace);
                }
              });
      Thread.interrupted();
      assertThat(error).as("%s in Java", code).isNotNull();
      assertThat(error.code()).isEqualTo(code);
      return new Said(String.valueOf(error.getMessage()), error.hint().orElse(""));
    }
  }

  private Said mp(ErrorCode code, Provocation provocation) throws Exception {
    try (Stage stage = stage(provocation)) {
      StringWriter err = new StringWriter();
      CommandContext context =
          new CommandContext(
              new ByteArrayInputStream("n\n".getBytes(StandardCharsets.UTF_8)),
              new StringWriter(),
              new PrintWriter(err, true),
              new Terminal(true, false, true, 80),
              Map.of("MP_PLAIN", "1"),
              (options, ignored) -> stage.open(),
              CommandTree.ALL,
              stage.time.pacer());
      int status = Mp.run(context, provocation.command());
      Thread.interrupted();
      String all = err.toString();
      assertThat(all).contains("Error [" + code + "]: ");
      assertThat(status).isEqualTo(code.exitStatus());
      String said = all.substring(all.lastIndexOf("Error [" + code + "]: "));
      String text = said.substring(said.indexOf(": ") + 2).stripTrailing();
      int hint = text.indexOf("\nHint: ");
      return hint < 0
          ? new Said(text, "")
          : new Said(text.substring(0, hint), text.substring(hint + "\nHint: ".length()));
    }
  }

  private Said mcp(ErrorCode code, Provocation provocation) throws Exception {
    try (Stage stage = stage(provocation);
        Session session =
            new Session(
                spent -> stage.builder(), stage.settings(), Caller.owner(), Clock.systemUTC())) {
      Toolbox tools =
          Toolbox.of(new Chain(AccessRules.usual(), new AuditLog(Optional.empty(), stage.time)));
      Tool tool =
          tools.all().stream()
              .filter(t -> t.name().equals(provocation.tool()))
              .findFirst()
              .orElseThrow();
      ToolAnswer answer =
          tools
              .handler(tool)
              .call(new ToolCall(tool.name(), provocation.arguments(), session, SILENT));
      Thread.interrupted();
      assertThat(answer.failure()).as(answer.text()).contains(code.name());
      Map<?, ?> error = (Map<?, ?>) ((Map<?, ?>) answer.value()).get("error");
      Object hint = error.get("hint");
      return new Said(String.valueOf(error.get("message")), hint == null ? "" : hint.toString());
    }
  }

  private Stage stage(Provocation provocation) throws Exception {
    Stage stage = new Stage(Files.createTempDirectory(folder, "stage"), provocation.credentials());
    provocation.setting().arrange(stage);
    return stage;
  }

  /** A Mixpanel and a machine of their own for one error on one face. */
  static final class Stage implements AutoCloseable {
    final FakeMixpanel mixpanel = FakeMixpanel.builder().start();
    final SkippedTime time = new SkippedTime(NOW);
    final Path folder;
    private final Map<String, String> more = new HashMap<>();
    private final boolean credentials;
    private AutoCloseable held = () -> {};

    Stage(Path folder, boolean credentials) {
      this.folder = folder;
      this.credentials = credentials;
    }

    Settings settings() {
      Map<String, String> environment =
          new HashMap<>(
              Map.of(
                  "MP_API_BASE_URL", mixpanel.origin().toString(),
                  "MP_CONFIG_PATH", folder.resolve("config.toml").toString(),
                  "MP_DATA_DIR", folder.toString()));
      if (credentials) {
        environment.put("MP_USERNAME", mixpanel.username());
        environment.put("MP_SECRET", mixpanel.secret());
        environment.put("MP_PROJECT_ID", Long.toString(mixpanel.projectId()));
      }
      environment.putAll(more);
      return Settings.of(environment, folder);
    }

    Workspace open() {
      return builder().open();
    }

    WorkspaceBuilder builder() {
      return Workspace.builder().settings(settings()).waits(WaitRules.noWait()).pacer(time.pacer());
    }

    /** The only file in the folder, or below it, whose name ends so. */
    Path file(String end) throws IOException {
      try (var files = Files.walk(folder)) {
        List<Path> found =
            files.filter(path -> path.getFileName().toString().endsWith(end)).toList();
        assertThat(found).as(end).hasSize(1);
        return found.get(0);
      }
    }

    void set(String variable, String value) {
      more.put(variable, value);
    }

    /** Keeps something until the error has been met. */
    void hold(AutoCloseable thing) {
      held = thing;
    }

    @Override
    public void close() throws Exception {
      held.close();
      mixpanel.close();
    }
  }

  private static final Client SILENT =
      new Client() {
        @Override
        public void progress(double done, OptionalDouble total, String message) {}

        @Override
        public void log(String message) {}

        @Override
        public Optional<Model> model() {
          return Optional.empty();
        }

        @Override
        public Optional<User> user() {
          return Optional.empty();
        }
      };

  @Test
  void thePageKnowsEveryCodeWithItsStatus() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.matches("\\| `[A-Z_]+` \\| [0-9]+ \\|.*"))
            .map(line -> line.replaceAll("^\\| `([A-Z_]+)` \\| ([0-9]+) .*", "$1 $2"))
            .toList();
    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ErrorCode.values())
                .map(code -> code.name() + " " + code.exitStatus())
                .collect(Collectors.toList()));
  }
}
