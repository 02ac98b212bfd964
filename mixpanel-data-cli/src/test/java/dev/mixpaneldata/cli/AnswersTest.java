package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.fault.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says beside data and in the place of data. */
class AnswersTest {
  private static final List<String> DAYS = List.of("--from", "2026-01-05", "--to", "2026-01-06");

  @TempDir static Path folder;
  private static FakeMixpanel mixpanel;

  @BeforeAll
  static void start() {
    mixpanel =
        FakeMixpanel.builder()
            .events(
                Map.of(
                    LocalDate.of(2026, 1, 5),
                    List.of(purchase(1, "USD"), purchase(2, "USD"), purchase(3, "EUR"))))
            .clock(Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC))
            .start();
    assertThat(overDays("-q", "fetch", "events", "jan").err()).isEmpty();
  }

  private static String purchase(int number, String currency) {
    return String.format(
        "{\"event\":\"Purchase\",\"properties\":{\"time\":%d,\"distinct_id\":\"u%d\","
            + "\"$insert_id\":\"i%d\",\"amount\":%d,\"currency\":\"%s\"}}",
        Instant.parse("2026-01-05T10:00:00Z").plusSeconds(number).toEpochMilli(),
        number,
        number,
        10 * number,
        currency);
  }

  @AfterAll
  static void stop() {
    mixpanel.close();
  }

  private static TestingMp.Ended mp(String... arguments) {
    return new TestingProject(mixpanel, folder).mp().run(arguments);
  }

  private static String[] withDays(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(DAYS);
    return all.toArray(String[]::new);
  }

  private static TestingMp.Ended overDays(String... arguments) {
    return mp(withDays(arguments));
  }

  @Test
  void mistakesInSqlHaveAHint() {
    for (String query : List.of("selec 1", "SELECT nope FROM jan", "SELECT 'a'::INT FROM jan")) {
      TestingMp.Ended ended = mp("query", "sql", query);
      assertThat(ended.status()).as(query).isEqualTo(3);
      assertThat(ended.err()).as(query).contains("Error [QUERY_FAILED]").contains("Hint: ");
    }
  }

  @Test
  void daysThatDoNotExistHaveAHint() {
    TestingMp.Ended ended =
        mp("query", "segmentation", "-e", "A", "--from", "2026-13-45", "--to", "2026-01-01");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.err()).contains("'2026-13-45'").contains("Hint: Write a day");
  }

  @Test
  void aReportInLinesHasOneForEachRow() {
    TestingMp.Ended ended =
        overDays(
            "query",
            "segmentation",
            "-e",
            "Purchase",
            "--on",
            "currency",
            "--local",
            "jan",
            "-f",
            "jsonl");
    List<JsonNode> lines = ended.out().lines().map(Mappers::read).toList();
    assertThat(lines).as(ended.out() + ended.err()).hasSize(4);
    assertThat(lines).allSatisfy(line -> assertThat(line.size()).isGreaterThan(1));
  }

  @Test
  void notesStandBelowATableAndBesideOtherData() {
    String[] weeks = {
      "query", "event-counts", "--events", "Purchase", "--unit", "week", "--local", "jan", "-f"
    };
    TestingMp.Ended table = overDays(with(weeks, "table"));
    assertThat(table.out()).as(table.err()).contains("\nNote: ").contains("week");
    assertThat(table.err()).doesNotContain("Note: ");
    TestingMp.Ended csv = overDays(with(weeks, "csv"));
    assertThat(csv.out()).doesNotContain("Note: ");
    assertThat(csv.err()).contains("Note: ").contains("week");
  }

  private static String[] with(String[] words, String last) {
    String[] all = Arrays.copyOf(words, words.length + 1);
    all[words.length] = last;
    return all;
  }

  @Test
  void anUnknownCommandIsAnErrorWithHelpToo() {
    for (List<String> words :
        List.of(
            List.of("nonsense", "--help"),
            List.of("query", "nonsense", "--help"),
            List.of("--help", "nonsense"))) {
      TestingMp.Ended ended = mp(words.toArray(String[]::new));
      assertThat(ended.status()).as("%s", words).isEqualTo(3);
      assertThat(ended.out()).isEmpty();
      assertThat(ended.err()).contains("Unknown command 'mp").contains("nonsense");
    }
    assertThat(mp("query", "--help").status()).isZero();
    assertThat(mp("query", "sql", "--help").status()).isZero();
  }

  @Test
  void optionsOfOldScriptsAreInTheHelp() {
    for (String what : List.of("events", "profiles")) {
      assertThat(mp("fetch", what, "--help").out())
          .contains("--parallel")
          .contains("--batch-size")
          .contains("Accepted for old scripts");
    }
  }

  @Test
  void aFilterMayRaiseNull() {
    TestingMp.Ended ended = mp("inspect", "tables", "--jq", "error(null)");
    assertThat(ended.err()).contains("The jq filter 'error(null)' failed").doesNotContain("UNEXP");
    assertThat(ended.status()).isEqualTo(3);
  }

  @Test
  void progressEndsAtItsTotal() {
    TestingMp.Ended ended =
        new TestingProject(mixpanel, folder)
            .mp()
            .width(200)
            .run(withDays("fetch", "events", "again"));
    assertThat(ended.err().lastIndexOf("100 %  3 rows"))
        .as(ended.err())
        .isGreaterThan(ended.err().lastIndexOf("downloads done"));
  }

  @Test
  void aLargeFetchIsAnnouncedAndAskedAboutAtATerminal(@TempDir Path other) {
    String[] fetch = {"fetch", "events", "long", "--from", "2025-06-01", "--to", "2025-09-30"};
    mixpanel
        .faults()
        .always(
            request -> request.path().contains("/query/"),
            Fault.tooManyRequests(Duration.ofHours(1)));
    int before = mixpanel.requests("/api/2.0/export").size();
    try {
      TestingProject project = new TestingProject(mixpanel, other);
      TestingMp.Ended declined = project.mp().width(300).input("n\n").run(fetch);
      assertThat(declined.err())
          .contains("This fetch takes 2025-06-01..2025-09-30: 122 days")
          .contains("Fetch them? [y/N]");
      assertThat(declined.status()).isEqualTo(1);
      assertThat(mixpanel.requests("/api/2.0/export")).hasSize(before);
      TestingMp.Ended piped = project.mp().run(fetch);
      assertThat(piped.status()).as(piped.err()).isZero();
      assertThat(piped.err()).contains("This fetch takes").doesNotContain("[y/N]");
      // Without a table, so that the number of events is not known again.
      TestingProject without = new TestingProject(mixpanel, other.resolve("without"));
      TestingMp.Ended agreed = without.mp().width(300).run(with(fetch, "--yes"));
      assertThat(agreed.err()).contains("This fetch takes").doesNotContain("[y/N]");
    } finally {
      mixpanel.faults().clear();
    }
  }

  /** Whenever Ctrl-C comes, from the first moment of the process on. */
  @Test
  void anEarlyInterruptionEndsQuietly() throws Exception {
    assumeThat(ignoresInterruptions()).isFalse();
    for (int millis = 60; millis <= 600; millis += 60) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Mp.class.getName(),
                  "query",
                  "sql",
                  "-")
              .start();
      // The moment is what is tried; the outcome must be the same at each.
      Thread.sleep(millis);
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.exitValue()).as("after %d ms: %s", millis, said).isEqualTo(130);
      assertThat(said).as("after %d ms", millis).doesNotContain("Exception", "\tat ");
    }
  }

  /** A build that a shell runs in the background, and all that it starts, cannot be interrupted. */
  private static boolean ignoresInterruptions() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).strip())
            .findFirst()
            .orElse("0");
    return (Long.parseUnsignedLong(ignored, 16) & 2) != 0;
  }
}
