package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.testkit.FakeMixpanel;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on data lakes, each with its real store. */
class LakeCommandsTest {
  private final FakeMixpanel mixpanel =
      FakeMixpanel.builder()
          .events(
              Map.of(
                  LocalDate.parse("2026-01-01"),
                      List.of(line("2026-01-01", 1), line("2026-01-01", 2)),
                  LocalDate.parse("2026-01-02"), List.of(line("2026-01-02", 3))))
          .start();

  @TempDir Path folder;

  @AfterEach
  void stop() {
    mixpanel.close();
  }

  private static String line(String day, int number) {
    long time = Instant.parse(day + "T10:00:00Z").toEpochMilli();
    return "{\"event\":\"Login\",\"properties\":{\"time\":%d,\"distinct_id\":\"u\",\"$insert_id\":\"i%d\",\"plan\":\"pro\"}}"
        .formatted(time, number);
  }

  private TestingMp.Ended run(String... words) {
    return new TestingProject(mixpanel, folder.resolve("data")).mp().run(words);
  }

  private String done(String... words) {
    TestingMp.Ended ended = run(words);
    assertThat(ended.status()).as(ended.err()).isZero();
    return ended.out();
  }

  private String refused(String... words) {
    TestingMp.Ended ended = run(words);
    assertThat(ended.status()).as(ended.out()).isEqualTo(3);
    return ended.err();
  }

  @Test
  void aLakeIsWrittenShownAndReadAgain() {
    String lake = folder.resolve("lake").toString();
    done("-q", "fetch", "events", "jan", "--from", "2026-01-01", "--to", "2026-01-03");
    assertThat(done("export", "lake", lake, "-t", "jan"))
        .contains("\"days_written\": 3", "\"rows\": 3");
    assertThat(done("export", "lake", lake, "-t", "jan", "--to", "2026-01-02"))
        .contains("\"days_unchanged\": 2");
    assertThat(done("inspect", "lake", lake, "--jq", ".days[].rows")).isEqualTo("2\n1\n0\n");
    assertThat(done("inspect", "lake", lake, "-f", "table")).contains("2026-01-02", "written");
    assertThat(done("-q", "tables", "load", "again", lake, "--from", "2026-01-02"))
        .contains("\"rows\": 1");
    assertThat(done("-q", "tables", "load", "again", lake, "--append")).contains("\"rows\": 3");
    assertThat(done("query", "sql", "SELECT count(*) FROM again", "--scalar")).contains("3");
  }

  @Test
  void aFetchGoesStraightIntoALake() {
    String lake = folder.resolve("lake").toString();
    String[] days = {"fetch", "events", "--from", "2026-01-01", "--to", "2026-01-02"};
    TestingMp.Ended fetched = run(with(days, "--lake", lake));
    assertThat(fetched.status()).as(fetched.err()).isZero();
    assertThat(fetched.out()).contains("\"rows\": 3", lake);
    assertThat(folder.resolve("data").resolve(mixpanel.projectId() + ".db")).doesNotExist();
    assertThat(done("inspect", "lake", lake, "--jq", ".rows")).isEqualTo("3\n");
    assertThat(refused(with(days, "--lake", lake, "--stdout"))).contains("contradict each other");
    assertThat(refused(with(days, "--lake", lake, "--append"))).contains("A lake has no tables");
    assertThat(refused(with(days, "--lake", lake, "--limit", "5"))).contains("holds whole days");
    assertThat(refused(with(days, "--lake", "s3a://bucket/lake"))).contains("is an address");
    assertThat(
            refused(
                "fetch",
                "events",
                "jan",
                "--from",
                "2026-01-01",
                "--to",
                "2026-01-02",
                "--lake",
                lake))
        .contains("A lake has no tables");
  }

  private static String[] with(String[] words, String... more) {
    return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new);
  }

  /** The word is a command only where a table's name could stand. */
  @Test
  void aFileCanHaveTheNameOfTheCommand() {
    done("-q", "fetch", "events", "jan", "--from", "2026-01-01", "--to", "2026-01-02");
    Path target = folder.resolve("lake");
    assertThat(done("export", "jan", "--to", target.toString(), "--partition-by-day"))
        .contains("\"rows\": 3");
    TestingMp mp = new TestingMp();
    assertThat(mp.run("export", "jan", "--to", "lake", "--as", "csv").status()).isZero();
    assertThat(mp.store.exports.get(0).target()).hasFileName("lake");
    assertThat(new TestingMp().run("export", "--help").out()).contains("lake", "<TABLE>");
    assertThat(new TestingMp().run("export", "lake", "--help").out())
        .contains("mp export lake", "--overwrite", "days that have not changed");
    assertThat(refused("export", "lake")).contains("<DIR>");
    assertThat(refused("export", "lake", "s3a://bucket/lake")).contains("is an address");
  }
}
