package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.catalogue.Trait;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.endpoint.SavedFlows;
import dev.mixpaneldata.testkit.endpoint.SavedFunnel;
import dev.mixpaneldata.testkit.endpoint.SavedInsights;
import dev.mixpaneldata.testkit.fault.Fault;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each command of {@code mp query} and {@code mp inspect}, as its own help shows it, on a Mixpanel
 * in this process and a table fetched from it: formats, filters and exit statuses.
 */
class EveryCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern WORD =
      Pattern.compile("(?:[^\\s\"']|\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*')+");
  private static final DateRange JANUARY = DateRange.of("2026-01-01", "2026-01-31");
  private static final String DEFINITION =
      """
      {"sections": {
        "show": [{"behavior": {"type": "event", "name": "Purchase"},
                  "measurement": {"math": "total"}}],
        "time": [{"dateRangeType": "between", "value": ["2026-01-05", "2026-01-06"]}]}}\
      """;

  /** Ids, names and days are those of the examples. */
  private static final FakeMixpanel MIXPANEL =
      FakeMixpanel.builder()
          .events(
              Map.of(
                  LocalDate.of(2026, 1, 5),
                  List.of(
                      line("Sign up", 60, "user-1", "\"plan\":\"pro\""),
                      line(
                          "Purchase",
                          120,
                          "user-1",
                          "\"plan\":\"pro\",\"amount\":12.5,\"cart\":{\"sku\":\"a\"}"),
                      line("Sign up", 180, "user-2", "\"plan\":\"free\"")),
                  LocalDate.of(2026, 1, 31),
                  List.of(line("Sign up", 26 * 86_400, "user-3", "\"plan\":\"free\"")),
                  LocalDate.of(2026, 1, 6),
                  List.of(line("Purchase", 86_500, "user-2", "\"plan\":\"free\",\"amount\":3"))))
          .profiles(
              List.of(
                  "{\"$distinct_id\":\"user-1\",\"$properties\":{\"plan\":\"pro\",\"amount\":12.5}}"))
          .clock(Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC))
          .funnel(SavedFunnel.of(12345, "Buying", "Sign up", "Purchase"))
          .insights(
              new SavedInsights(12345, "Purchases", SegmentationRequest.of("Purchase", JANUARY)))
          .flows(SavedFlows.of(12345, "After signing up", "Sign up", JANUARY))
          .cohort(1000, Set.of("user-1"))
          .schema(
              "{\"entityType\":\"event\",\"name\":\"Sign"
                  + " up\",\"schemaJson\":{\"description\":\"New\"}}")
          .schema(
              "{\"entityType\":\"event\",\"name\":\"Purchase\",\"schemaJson\":{\"description\":\"Paid\"}}")
          .metric(
              "{\"id\":9,\"name\":\"Revenue\",\"type\":\"metric\",\"definition\":{\"behavior\":{\"type\":"
                  + "\"event\",\"name\":\"Purchase\"},\"measurement\":{\"math\":\"total\"}}}")
          .behavior(
              "{\"id\":5,\"name\":\"Buying\",\"type\":\"simple\",\"definition\":{\"type\":\"event\","
                  + "\"name\":\"Purchase\"}}")
          .businessContext("A shop")
          .jql((script, params) -> "[{\"key\": [\"a\"], \"value\": 1}]")
          .start();

  private static final List<String> GROUPS =
      List.of("query", "inspect", "cohorts", "metrics", "behaviors", "reports");

  /** Commands that local tables answer when Mixpanel's hour is spent. */
  private static final Set<String> NAMES = Set.of("events", "properties", "values");

  private static final AtomicInteger RUNS = new AtomicInteger();

  /** Holds the fetched tables; every run works on a copy, with a budget of its own. */
  @TempDir static Path fetched;

  @TempDir static Path runs;

  private static String line(String event, long seconds, String user, String properties) {
    long time = Instant.parse("2026-01-05T00:00:00Z").plusSeconds(seconds).toEpochMilli();
    return String.format(
        "{\"event\":\"%s\",\"properties\":{\"time\":%d,\"distinct_id\":\"%s\",\"$insert_id\":\"i%d\",%s}}",
        event, time, user, seconds, properties);
  }

  @BeforeAll
  static void fetch() throws IOException {
    TestingProject project = new TestingProject(MIXPANEL, fetched);
    for (String table : List.of("events", "old_events")) {
      String[] days = {"--from", "2026-01-01", "--to", "2026-01-31"};
      List<String> command = new ArrayList<>(List.of("-q", "fetch", "events", table));
      command.addAll(List.of(days));
      assertThat(project.mp().run(command.toArray(String[]::new)).err()).isEmpty();
    }
    assertThat(project.mp().run("-q", "fetch", "profiles").err()).isEmpty();
    assertThat(project.mp().run("-q", "export", "lake", runs.resolve("lake").toString()).err())
        .isEmpty();
    Files.writeString(runs.resolve("report.json"), DEFINITION);
    Files.writeString(runs.resolve("report.sql"), "SELECT count(*) AS n FROM events");
    Files.writeString(runs.resolve("signups.js"), "function main() { return []; }");
  }

  @AfterAll
  static void stop() {
    MIXPANEL.close();
    // Mixpanel answers these with "Deprecation: true". Where all else is gone they may be asked.
    assertThat(MIXPANEL.requests())
        .filteredOn(request -> request.status() == 200)
        .isNotEmpty()
        .noneMatch(request -> request.path().endsWith("/stream/query"))
        .noneMatch(request -> request.parameter("includeEvents").isPresent());
  }

  @BeforeEach
  void allIsWell() {
    MIXPANEL.faults().clear();
  }

  static Stream<String> examples() {
    return CommandTree.ALL.groups().stream()
        .filter(group -> GROUPS.contains(group.name()))
        .flatMap(group -> group.commands().get().stream())
        .flatMap(command -> command.examples().stream())
        .filter(example -> example.startsWith("mp "))
        .filter(EveryCommandTest::isNotManaged);
  }

  /** What Mixpanel's web application manages has its own test, with entities to work on. */
  private static boolean isNotManaged(String example) {
    return Operations.all().stream()
        .filter(operation -> operation.family().isManaged())
        .noneMatch(operation -> example.startsWith("mp " + operation.command()));
  }

  /** The first example of each command. */
  static Stream<String> commands() {
    Set<String> seen = new HashSet<>();
    return examples()
        .filter(example -> seen.add(example.split(" ")[1] + " " + example.split(" ")[2]));
  }

  /** Those that ask Mixpanel. */
  static Stream<String> calls() {
    List<String> local =
        List.of(
            "sql",
            "info",
            "tables",
            "schema",
            "sample",
            "summarize",
            "breakdown",
            "keys",
            "column",
            "lake",
            "drop",
            "drop-all",
            "refresh",
            "paths",
            "active-users",
            "sessions",
            "distribution",
            "numeric",
            "daily",
            "engagement",
            "coverage");
    return commands()
        .filter(example -> !local.contains(example.split(" ")[2]))
        .filter(example -> !example.contains("--local"));
  }

  private static TestingMp.Ended run(String example, String... more) throws IOException {
    List<String> words = new ArrayList<>();
    // What follows a > is the shell's.
    WORD.matcher(example.replaceAll(" > [a-z.]+$", "").substring(3))
        .results()
        .map(word -> word.group())
        .map(word -> word.replaceAll("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'", "$1$2"))
        .map(word -> word.replaceAll("^(@?)((report|signups)[.][a-z]+)$", "$1" + runs + "/$2"))
        .map(word -> word.equals("./lake") ? runs.resolve("lake").toString() : word)
        .forEach(words::add);
    boolean drops = words.contains("drop") || words.contains("drop-all");
    if (drops && !words.contains("--force")) {
      words.add("--force");
    }
    words.addAll(List.of(more));
    Path folder = Files.createDirectory(runs.resolve("run-" + RUNS.incrementAndGet()));
    String database = MIXPANEL.projectId() + ".db";
    Files.copy(fetched.resolve(database), folder.resolve(database));
    TestingMp.Ended ended =
        new TestingProject(MIXPANEL, folder).mp().run(words.toArray(String[]::new));
    Files.delete(folder.resolve(database));
    return ended;
  }

  private static String wellDone(TestingMp.Ended ended) {
    assertThat(ended.status()).as(ended.err()).isZero();
    assertThat(ended.err()).doesNotContain("Error");
    return ended.out();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theExamplesOfHelpWork(String example) throws IOException {
    assertThat(wellDone(run(example))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyFormatIsWhatItSays(String example) throws IOException {
    JSON.readTree(wellDone(run(example, "-f", "json")));
    String lines = wellDone(run(example, "-f", "jsonl"));
    for (String line : lines.lines().toList()) {
      JSON.readTree(line);
    }
    String csv = wellDone(run(example, "-f", "csv"));
    assertThat(csv).contains("\r\n");
    assertThat(wellDone(run(example, "-f", "table"))).isNotEmpty();
    assertThat(wellDone(run(example, "--format", "plain"))).doesNotContain("\u001b");
    assertThat(wellDone(run(example, "-f", "json", "--jq", "type")))
        .matches("\"(array|object|string|number)\"\n");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aFilterOfAFormatThatIsNoJsonIsRefused(String example) throws IOException {
    TestingMp.Ended ended = run(example, "-f", "csv", "--jq", ".");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err()).contains("Error [INVALID_ARGUMENT]", "--format json");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void anUnknownOptionIsRefused(String example) throws IOException {
    TestingMp.Ended ended = run(example, "--no-such-option");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("'--no-such-option'", "--help");
  }

  @ParameterizedTest
  @MethodSource("calls")
  void failuresOfMixpanelHaveTheirStatus(String given) throws IOException {
    String example = given + (isReport(given) ? " --source live" : "");
    MIXPANEL.faults().always(request -> true, Fault.status(401));
    assertThat(run(example)).satisfies(e -> failed(e, 2, "Error [AUTH_FAILED]"));
    MIXPANEL.faults().clear();
    MIXPANEL.faults().always(request -> true, Fault.status(404));
    boolean script = example.startsWith("mp query jql");
    assertThat(run(example))
        .satisfies(
            e -> failed(e, script ? 3 : 4, script ? "Error [CANNOT_ANSWER]" : "Error [NOT_FOUND]"));
    MIXPANEL.faults().clear();
    MIXPANEL.faults().always(request -> true, Fault.tooManyRequests(Duration.ofMinutes(10)));
    if (NAMES.contains(given.split(" ")[2])) {
      assertThat(run(example).err()).contains("Not answered by Mixpanel").contains("local tables");
      return;
    }
    assertThat(run(example, "--no-wait"))
        .satisfies(e -> failed(e, 5, "Error [RATE_LIMITED]"))
        .satisfies(e -> assertThat(e.err()).containsPattern("[0-9]{2}:[0-9]{2}|10 min|600 s"));
  }

  private static boolean isReport(String example) {
    String[] words = example.split(" ");
    return Operations.all().stream()
        .filter(o -> o.command().equals(words[1] + " " + words[2]))
        .anyMatch(o -> o.is(Trait.REPORT) && !o.is(Trait.LOCAL_ONLY));
  }

  private static void failed(TestingMp.Ended ended, int status, String error) {
    assertThat(ended.err()).contains(error);
    assertThat(ended.status()).isEqualTo(status);
    assertThat(ended.out()).isEmpty();
  }
}
