package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mixpaneldata.catalogue.Effect;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.catalogue.Trait;
import dev.mixpaneldata.cli.operation.DerivedCommands;
import dev.mixpaneldata.cli.operation.HandWritten;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.RecordedRequest;
import dev.mixpaneldata.testkit.SampleEntities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each command on what Mixpanel's web application manages, as its own help shows it: what it sends,
 * what a dry run shows, and what is asked before things go.
 */
class ManagedCommandsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

  /** Deletions are of the last months. */
  private static final Clock FEBRUARY =
      Clock.fixed(Instant.parse("2026-02-02T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private FakeMixpanel mixpanel;

  @BeforeEach
  void start() {
    mixpanel = SampleEntities.addTo(FakeMixpanel.builder().clock(FEBRUARY)).start();
  }

  @AfterEach
  void stop() {
    mixpanel.close();
  }

  /** An example of an operation's help. */
  record Example(OperationSpec<?, ?> operation, String line) {
    boolean isDestructive() {
      return operation.effect() == Effect.DESTROY;
    }

    @Override
    public String toString() {
      return line;
    }
  }

  static Stream<Example> examples() {
    return Operations.all().stream()
        .filter(operation -> operation.family().isManaged())
        .filter(operation -> !HandWritten.REASONS.containsKey(operation.id()))
        .flatMap(
            operation ->
                DerivedCommands.entry(operation).examples().stream()
                    .map(line -> new Example(operation, line)));
  }

  /** The first example of each command that changes something. */
  static Stream<Example> changes() {
    Set<String> seen = new java.util.HashSet<>();
    return examples()
        .filter(example -> example.operation().changesMixpanel())
        .filter(example -> seen.add(example.operation().id()));
  }

  static Stream<Example> deletions() {
    return changes()
        .filter(Example::isDestructive)
        .filter(example -> !example.operation().is(Trait.DESTROYS_SUBJECTS));
  }

  private List<String> words(Example example) throws IOException {
    List<String> words = new ArrayList<>();
    WORD.matcher(example.line().substring("mp ".length()))
        .results()
        .map(word -> word.group())
        .map(
            word ->
                word.startsWith("'")
                    ? word.substring(1, word.length() - 1)
                    : word.replace("\"", ""))
        .filter(word -> !word.equals("--yes"))
        .forEach(words::add);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.endsWith(".json") || word.endsWith(".csv")) {
        String name = word.replace("@", "");
        Path file = folder.resolve(name);
        try (var stream = ManagedCommandsTest.class.getResourceAsStream("bodies/" + name)) {
          // A file without content is one that the command writes.
          if (stream != null) {
            Files.write(file, stream.readAllBytes());
          }
        }
        words.set(i, (word.startsWith("@") ? "@" : "") + file);
      }
    }
    return words;
  }

  private TestingMp mp() {
    return new TestingProject(mixpanel, folder)
        .mp()
        .with("MP_PROJECT_TOKEN", mixpanel.projectToken());
  }

  private TestingMp.Ended run(TestingMp mp, List<String> words, String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of(more));
    return mp.run(all.toArray(String[]::new));
  }

  private List<RecordedRequest> written() {
    // A file goes to the storage, and not to the API.
    return mixpanel.requests().stream()
        .filter(sent -> !sent.method().equals("GET") && !sent.path().startsWith("/uploads/"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theExamplesOfHelpWork(Example example) throws IOException {
    List<String> words = words(example);
    if (example.isDestructive()) {
      words.add("--yes");
    }
    TestingMp.Ended ended = run(mp(), words, "-f", "json");
    assertThat(ended.err()).doesNotContain("Error");
    assertThat(ended.status()).isZero();
    JSON.readTree(ended.out());
    if (example.operation().changesMixpanel()) {
      assertThat(written()).hasSize(words.contains("--dry-run") ? 0 : 1);
    }
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aDryRunShowsTheRequestAndSendsNothing(Example example) throws IOException {
    TestingMp.Ended dry = run(mp(), words(example), "--dry-run", "-f", "json");
    assertThat(dry.err()).doesNotContain("Error");
    assertThat(mixpanel.requests()).allMatch(ManagedCommandsTest::isLookup);
    JsonNode shown = JSON.readTree(dry.out());
    List<String> words = words(example);
    run(mp(), words, example.isDestructive() ? new String[] {"--yes"} : new String[0]);
    // An upload begins with a question for an address, on which all later steps depend.
    boolean asks = shown.path("method").asText().equals("GET");
    RecordedRequest sent = asks ? mixpanel.requests().get(0) : written().get(0);
    assertThat(shown.path("method").asText()).isEqualTo(sent.method());
    assertThat(shown.path("url").asText()).isEqualTo(mixpanel.origin() + sent.request().target());
    if (!sent.body().isEmpty() && sent.body().startsWith("{")) {
      assertThat(shown.path("body").properties())
          .extracting(field -> field.getKey())
          .containsExactlyElementsOf(
              JSON.readTree(sent.body()).properties().stream()
                  .map(field -> field.getKey())
                  .toList());
    }
  }

  /** A workspace, an organization or the id of a name is a part of what is sent. */
  private static boolean isLookup(RecordedRequest sent) {
    return sent.method().equals("GET")
        && (sent.path().endsWith("/workspaces/public")
            || sent.path().endsWith("/me")
            || sent.request().target().contains("custom_event=true"));
  }

  @ParameterizedTest
  @MethodSource("deletions")
  void deletingAsksAtATerminalAndNamesWhatGoes(Example example) throws IOException {
    TestingMp.Ended ended = run(mp().atTerminal().input("n\n"), words(example));
    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.err()).contains("[y/N]", "Nothing was changed").containsPattern("'.+'");
    assertThat(written()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("deletions")
  void deletingInAPipeNeedsYes(Example example) throws IOException {
    TestingMp.Ended ended = run(mp(), words(example));
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err()).contains("--yes");
    assertThat(written()).isEmpty();
  }

  /** What is one record with a list is a table of the list. */
  @Test
  void listsWithinAnAnswerAreTables() throws IOException {
    assertThat(run(mp(), List.of("lexicon", "audit"), "-f", "csv").out())
        .startsWith("violation,name,event,count,");
    assertThat(run(mp(), List.of("warehouse-imports", "history", "42"), "-f", "csv").out())
        .isEqualToNormalizingNewlines(
            "status,start_time,end_time,num_events_imported\n"
                + "SUCCEEDED,1767225600,1767225660,3\n");
  }

  private TestingMp.Ended register(String... more) throws IOException {
    Example example =
        examples().filter(e -> e.operation().id().equals("create_schemas_bulk")).findFirst().get();
    return run(mp(), words(example), more);
  }

  @Test
  void schemasBesideOthersAreRegisteredWithoutAQuestion() throws IOException {
    assertThat(register().err()).isEmpty();
    assertThat(written()).hasSize(1);
  }

  @Test
  void schemasInThePlaceOfOthersNameThose() throws IOException {
    TestingMp.Ended ended = register("--truncate");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err()).contains("the schema 'Sign up' (event)", "--yes");
    assertThat(written()).isEmpty();
  }

  @Test
  void schemasInThePlaceOfNoneThatAreKnownNameAll() throws IOException {
    mixpanel.close();
    mixpanel = FakeMixpanel.builder().start();
    assertThat(register("--truncate").err()).contains("'all that are there' (all kinds)");
    assertThat(written()).isEmpty();
  }

  /** Nobody is asked about what would be refused. */
  @ParameterizedTest
  @MethodSource("changes")
  void readingOnlyWinsOverEverySwitch(Example example) throws IOException {
    List<String> words = words(example);
    if (words.contains("--dry-run")) {
      return;
    }
    if (example.isDestructive()) {
      words.add("--yes");
    }
    if (example.operation().subjects().isPresent()) {
      words.add("--force");
    }
    for (TestingMp mp : List.of(mp(), mp().with("MP_READ_ONLY", "1"))) {
      List<String> all = new ArrayList<>(words);
      if (!mp.environment.containsKey("MP_READ_ONLY")) {
        all.add("--read-only");
      }
      TestingMp.Ended ended = run(mp.atTerminal(), all);
      assertThat(ended.status()).isEqualTo(2);
      assertThat(ended.err()).contains("PERMISSION_DENIED").doesNotContain("[y/N]");
    }
    assertThat(written()).isEmpty();
  }

  @Test
  void theAuditLogHasEachChangeAndNoSecret() throws IOException {
    Path log = folder.resolve("audit.jsonl");
    List<String> webhook =
        List.of("webhooks", "create", "--name", "a", "--url", "https://a.example", "--password");
    run(mp(), webhook, "s3cr3t", "--audit-log", log.toString());
    run(mp(), webhook, "s3cr3t", "--dry-run", "--audit-log", log.toString());
    run(mp().with("MP_AUDIT_LOG", log.toString()), List.of("annotations", "delete", "42"));
    run(mp(), List.of("annotations", "list"), "--audit-log", log.toString());
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      assertThat(line).doesNotContain("s3cr3t");
      lines.add(JSON.readTree(line));
    }
    assertThat(lines)
        .extracting(line -> line.path("command").asText() + " " + line.path("outcome").asText())
        .containsExactly("webhooks create ok", "annotations delete error");
    assertThat(lines.get(1).path("code").asText()).isEqualTo("INVALID_ARGUMENT");
  }

  private TestingMp.Ended onLockedBoard(String... more) {
    mixpanel.close();
    mixpanel =
        FakeMixpanel.builder()
            .entity("dashboards", "{\"id\":7,\"title\":\"Ours\",\"can_update_basic\":false}")
            .start();
    return run(mp(), List.of("dashboards", "update", "7", "--title", "Mine"), more);
  }

  @Test
  void whatMixpanelForbidsIsNotSent() {
    TestingMp.Ended ended = onLockedBoard();
    assertThat(ended.status()).isEqualTo(2);
    assertThat(ended.err()).contains("PERMISSION_DENIED", "the board 'Ours' (7)");
    assertThat(written()).isEmpty();
  }

  @Test
  void whatMixpanelForbidsIsSentByForce() {
    assertThat(onLockedBoard("--force").status()).isZero();
    assertThat(written()).hasSize(1);
    assertThat(mixpanel.entities("dashboards")).singleElement().asString().contains("Mine");
  }

  @Test
  void aWholeBodyComesFromStandardInputAndOptionsWin() throws IOException {
    String body = "{\"date\":\"2026-01-31\",\"description\":\"Old\",\"colour\":\"red\"}";
    List<String> words = List.of("annotations", "create", "--json", "-", "--description", "New");
    TestingMp.Ended ended = run(mp().input(body), words);
    assertThat(ended.err()).isEmpty();
    JsonNode made = JSON.readTree(ended.out());
    assertThat(made.path("description").asText()).isEqualTo("New");
    assertThat(made.path("colour").asText()).isEqualTo("red");
  }

  @Test
  void aWholeBodyLacksWhatIsRequired() {
    TestingMp.Ended ended =
        run(mp(), List.of("annotations", "create", "--json", "{\"description\":\"New\"}"));
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err()).contains("--date is missing");
    assertThat(mixpanel.requests()).isEmpty();
  }

  @Test
  void aDryRunHidesThePassword() {
    List<String> words =
        List.of("webhooks", "create", "--name", "a", "--url", "https://a.example", "--password");
    TestingMp.Ended ended = run(mp(), words, "s3cr3t", "--dry-run");
    assertThat(ended.out()).contains("\"password\":").doesNotContain("s3cr3t");
  }
}
