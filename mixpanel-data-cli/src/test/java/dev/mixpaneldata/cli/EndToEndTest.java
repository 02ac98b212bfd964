package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands over a real database file, fetched from a Mixpanel in this process. */
class EndToEndTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  @TempDir Path folder;
  private FakeMixpanel mixpanel = FakeMixpanel.builder().start();
  private long rows;

  @BeforeEach
  void fetch() {
    mixpanel.close();
    Dataset data = Dataset.builder().users(20).from(DAY).to(DAY.plusDays(1)).build();
    rows = data.expectedRows().size();
    mixpanel = FakeMixpanel.builder().dataset(data).start();
    assertThat(
            mp().run("-q", "fetch", "events", "jan", "--from", "2026-01-01", "--to", "2026-01-02"))
        .satisfies(
            ended -> {
              assertThat(ended.err()).isEmpty();
              assertThat(ended.status()).isZero();
            });
  }

  @AfterEach
  void stop() {
    mixpanel.close();
  }

  private TestingMp mp() {
    return new TestingProject(mixpanel, folder).mp();
  }

  private static String scalar(TestingMp mp, String query) {
    return mp.run("query", "sql", "-s", "-f", "plain", query).out();
  }

  @Test
  void anAccountIsTested() {
    assertThat(mp().run("auth", "test", "--jq", ".success").out()).isEqualTo("true\n");
    TestingMp.Ended wrong = mp().with("MP_SECRET", "wrong").run("auth", "test");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("Error [AUTH_FAILED]").doesNotContain("Secret");
  }

  @Test
  void sqlReadsWhatWasFetched() {
    assertThat(scalar(mp(), "SELECT count(*) FROM jan")).isEqualTo(rows + "\n");
    assertThat(
            mp().run(
                    "query",
                    "sql",
                    "SELECT properties FROM jan LIMIT 1",
                    "--jq",
                    ".[0].properties|type")
                .out())
        .isEqualTo("\"object\"\n");
  }

  @Test
  void streamedRowsHaveTheirHeaderAndAreAllThere() {
    String query = "SELECT event_name AS e, insert_id FROM jan";
    String csv = mp().run("query", "sql", query, "-f", "csv").out();
    assertThat(csv).startsWith("e,insert_id\r\n");
    assertThat(csv.lines()).hasSize((int) rows + 1);
    assertThat(mp().run("query", "sql", query + " -- why\n;", "-f", "jsonl").out().lines())
        .hasSize((int) rows)
        .allMatch(line -> line.startsWith("{\"e\":\""));
  }

  @Test
  void statementsThatAreNoSelectAreStreamedToo() {
    assertThat(mp().run("query", "sql", "DESCRIBE jan", "-f", "plain").out())
        .startsWith("event_name\tVARCHAR");
    assertThat(mp().run("query", "sql", "VALUES (1, 'a'), (2, 'b')", "-f", "plain").out())
        .isEqualTo("1\ta\n2\tb\n");
  }

  @Test
  void wrongSqlIsRefusedWithItsPlaceInTheQueryAsItWasGiven() {
    TestingMp.Ended ended = mp().run("query", "sql", "SELECT nothing FROM jan", "-f", "csv");
    assertThat(ended.status()).isEqualTo(3);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains("Error [QUERY_FAILED]")
        .contains("nothing")
        .doesNotContain("DESCRIBE");
  }

  @Test
  void tablesAreInspected() {
    assertThat(mp().run("inspect", "tables", "--jq", ".[0].row_count").out())
        .isEqualTo(rows + "\n");
    assertThat(mp().run("inspect", "info", "--jq", ".tables[0].name").out()).isEqualTo("\"jan\"\n");
    assertThat(mp().run("inspect", "schema", "-t", "jan", "-f", "plain").out())
        .startsWith("event_name\tVARCHAR");
    assertThat(
            mp().run("inspect", "schema", "-t", "jan", "--sample", "--jq", ".sample.event_name")
                .out())
        .startsWith("\"");
    assertThat(mp().run("inspect", "sample", "-t", "jan", "-n", "3", "-f", "jsonl").out().lines())
        .hasSize(3);
    assertThat(mp().run("inspect", "summarize", "-t", "jan").status()).isZero();
    assertThat(mp().run("inspect", "breakdown", "-t", "jan", "--jq", ".total_events").out())
        .isEqualTo(rows + "\n");
    assertThat(mp().run("inspect", "keys", "-t", "jan", "-f", "plain").out()).isNotEmpty();
    assertThat(
            mp().run("inspect", "column", "-t", "jan", "-c", "event_name", "--jq", ".count").out())
        .isEqualTo(rows + "\n");
  }

  @Test
  void aTableIsExportedAndDropped() throws IOException {
    Path file = folder.resolve("jan.csv");
    assertThat(mp().run("export", "jan", "--to", file.toString(), "--jq", ".rows").out())
        .isEqualTo(rows + "\n");
    assertThat(Files.readString(file)).startsWith("event_name,");
    assertThat(mp().run("inspect", "drop", "-t", "jan", "--force").status()).isZero();
    assertThat(mp().run("inspect", "tables").out()).isEqualTo("[]\n");
  }
}
