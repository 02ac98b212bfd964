package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.cli.command.CommandContext;
import dev.mixpaneldata.cli.command.Terminal;
import dev.mixpaneldata.quota.WaitRules;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * docs/errors.md is what {@code mp} says: each answer that Mixpanel documents, driven through it.
 * {@code -Dpages.write=true} writes the page's table anew.
 */
class ErrorsPageTest {
  private static final Path PAGE = Path.of("../docs/errors.md");
  private static final String BEGIN = "<!-- answers -->\n";
  private static final String END = "<!-- end of answers -->";
  private static final String REPORT =
      "query segmentation -e Purchase --from 2026-01-01 --to 2026-01-31";

  @TempDir Path folder;

  /**
   * Something that goes wrong.
   *
   * @param happened as the page calls it
   * @param command what {@code mp} is asked
   */
  record Case(String happened, String command, Consumer<FakeMixpanel> script) {
    @Override
    public String toString() {
      return happened;
    }
  }

  private static Case answer(String happened, int status, String body) {
    return answered(happened, REPORT, Fault.status(status, body, Map.of()));
  }

  private static Case answered(String happened, String command, Fault fault) {
    return new Case(happened, command, fake -> fake.faults().always(request -> true, fault));
  }

  static Stream<Case> cases() {
    String counters = "%d/5 queries running concurrently and %d/60 queries in the last hour";
    return Stream.of(
        answer("401", 401, "{\"error\": \"Invalid service account credentials\"}"),
        answer(
            "400 *Unable to authenticate*", 400, "{\"error\": \"Unable to authenticate request\"}"),
        answer(
            "400, another region", 400, "{\"error\": \"Invalid project id for cluster: 123456\"}"),
        answer("400", 400, "{\"error\": \"Error in from_date: invalid date, bad year\"}"),
        answer("402", 402, "{\"error\": \"Your plan does not allow API calls\"}"),
        answer("403", 403, "{\"error\": \"Forbidden\"}"),
        answer("403, history", 403, "{\"error\": \"Date range exceeds 90 days into the past\"}"),
        answered("404", "inspect lexicon-schema -t event -n Gone", Fault.status(404)),
        answered(
            "410 of a JQL script",
            "query jql -c main()",
            Fault.status(410, "{\"error\": \"Gone\"}", Map.of())),
        answered(
            "412 of a JQL script",
            "query jql -c main()",
            Fault.status(
                412,
                "{\"error\": \"Uncaught exception TypeError: x is not a function\"}",
                Map.of())),
        answered(
            "429, the hour is used up, `--no-wait`",
            REPORT + " --no-wait",
            Fault.tooManyRequests()),
        answered(
            "429 with Retry-After, `--no-wait`",
            REPORT + " --no-wait",
            Fault.tooManyRequests(Duration.ofMinutes(5))),
        answered(
            "429, too many at once, again and again",
            REPORT,
            Fault.status(
                429,
                "{\"error\": \"Query rate limit exceeded. " + counters.formatted(6, 12) + "\"}",
                Map.of())),
        answer("500", 500, "{\"error\": \"Internal error\"}"),
        answer("503", 503, "<html><body>Service unavailable</body></html>"),
        answer("504", 504, "<html><body>Gateway timeout</body></html>"),
        answer(
            "200 with an error inside",
            200,
            "{\"error\": \"Unknown event\", \"status\": \"error\"}"),
        answered("200, not JSON", REPORT, Fault.html()),
        answered("the connection breaks", REPORT, Fault.reset(0)),
        new Case("nobody listens", REPORT, FakeMixpanel::close));
  }

  private record Said(int status, String err) {
    String line(String start) {
      return err.lines()
          .filter(line -> line.startsWith(start))
          .map(line -> line.substring(start.length()))
          .reduce((first, last) -> last)
          .orElse("");
    }
  }

  private Said run(FakeMixpanel mixpanel, String... words) throws IOException {
    Path data = Files.createTempDirectory(folder, "data");
    SkippedTime time = new SkippedTime(Instant.parse("2026-02-01T12:00:00Z"));
    StringWriter err = new StringWriter();
    CommandContext context =
        new CommandContext(
            InputStream.nullInputStream(),
            new StringWriter(),
            new PrintWriter(err, true),
            Terminal.NONE,
            Map.of(),
            (options, ignored) ->
                Workspace.builder()
                    .settings(Settings.of(environment(mixpanel, data), data))
                    .waits(options.noWait() ? WaitRules.noWait() : WaitRules.patient())
                    .pacer(time.pacer())
                    .open(),
            CommandTree.ALL,
            time.pacer());
    return new Said(Mp.run(context, List.of(words)), err.toString());
  }

  private static Map<String, String> environment(FakeMixpanel mixpanel, Path data) {
    return Map.of(
        "MP_API_BASE_URL", mixpanel.origin().toString(),
        "MP_USERNAME", mixpanel.username(),
        "MP_SECRET", mixpanel.secret(),
        "MP_PROJECT_ID", Long.toString(mixpanel.projectId()),
        "MP_CONFIG_PATH", data.resolve("config.toml").toString(),
        "MP_DATA_DIR", data.toString());
  }

  @Test
  void thePageShowsWhatIsSaidToEachAnswer() throws IOException {
    StringBuilder table =
        new StringBuilder(
            "| Mixpanel answers | `mp` says | and advises | status |\n|---|---|---|---|\n");
    for (Case wrong : cases().toList()) {
      try (FakeMixpanel mixpanel = FakeMixpanel.builder().start()) {
        wrong.script().accept(mixpanel);
        Said said = run(mixpanel, wrong.command().split(" "));
        assertThat(said.line("Hint: ")).as(wrong.happened()).isNotEmpty();
        table.append(
            "| %s | `%s` %s | %s | %d |\n"
                .formatted(
                    wrong.happened(),
                    said.line("Error [").replaceAll("].*", ""),
                    shown(said.line("Error [").replaceAll("^[A-Z_]+]: ", "")),
                    shown(said.line("Hint: ")),
                    said.status()));
      }
    }
    String page = Files.readString(PAGE);
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

  /** The ports of tests are not Mixpanel's address, and some waits are drawn by lot. */
  private static String shown(String text) {
    return text.replaceAll("127\\.0\\.0\\.1:[0-9]+", "mixpanel.com")
        .replaceAll("(Try again at [0-9-]+)T[0-9:]+Z", "$1T12:00:30Z")
        .replace("<", "&lt;")
        .replace("|", "\\|");
  }

  /** An answer that repeats the secret is the worst that can be told on. */
  @ParameterizedTest
  @MethodSource("cases")
  void noSecretIsSaidAtAnyVerbosity(Case wrong) throws IOException {
    try (FakeMixpanel mixpanel =
        FakeMixpanel.builder().serviceAccount("robot", "s3cr3t-of-the-project").start()) {
      wrong.script().accept(mixpanel);
      Said said = run(mixpanel, ("--verbose " + wrong.command()).split(" "));
      String basic =
          Base64.getEncoder()
              .encodeToString("robot:s3cr3t-of-the-project".getBytes(StandardCharsets.UTF_8));
      assertThat(said.err())
          .contains("\tat dev.mixpaneldata")
          .doesNotContain("s3cr3t-of-the-project")
          .doesNotContain(basic);
    }
  }

  @Test
  void anAnswerThatRepeatsTheSecretIsShownWithoutIt() throws IOException {
    try (FakeMixpanel mixpanel =
        FakeMixpanel.builder().serviceAccount("robot", "s3cr3t-42").start()) {
      mixpanel
          .faults()
          .always(
              request -> true,
              Fault.status(400, "{\"error\": \"bad secret s3cr3t-42 of robot\"}", Map.of()));
      assertThat(run(mixpanel, ("-v " + REPORT).split(" ")).err())
          .contains("bad secret")
          .doesNotContain("s3cr3t-42");
    }
  }
}
