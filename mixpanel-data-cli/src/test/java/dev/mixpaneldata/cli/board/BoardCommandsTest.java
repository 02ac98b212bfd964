package dev.mixpaneldata.cli.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.cli.TestingMp;
import dev.mixpaneldata.cli.TestingProject;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.fault.Fault;
import dev.mixpaneldata.testkit.vendor.FakeVendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Boards as they are typed. */
class BoardCommandsTest {
  private static final String[] SIGN_UPS = {
    "query", "segmentation", "-e", "Sign Up", "--from", "2026-01-05", "--to", "2026-01-07"
  };

  @TempDir Path folder;
  private final FakeMixpanel mixpanel =
      FakeMixpanel.builder().dataset(Dataset.demo(LocalDate.of(2026, 1, 31))).start();

  @AfterEach
  void stop() {
    mixpanel.close();
  }

  @Test
  void pinsLiveLocalAndSqlAnswersShowsThemAndAsksAgain() throws IOException {
    pin("growth", append(SIGN_UPS, "--source", "live"));
    ok("-q", "fetch", "events", "jan", "--from", "2026-01-05", "--to", "2026-01-07");
    pin("growth", append(SIGN_UPS, "--local", "jan", "--where", "properties[\"plan\"] == \"pro\""));
    pin("growth", "query", "sql", "SELECT count(*) AS events FROM jan");
    pin("growth", "inspect", "tables");

    TestingMp.Ended list = ok("board", "list", "growth");
    assertThat(list.out())
        .contains("\"by\": \"Mixpanel\"")
        .contains("\"by\": \"the local table 'jan'\"")
        .contains("\"by\": \"local tables\"");
    TestingMp.Ended shown = mp().atTerminal().run("board", "show", "growth");
    assertThat(shown.out()).contains("Sign Up: events by day").contains("events").contains("jan");

    ok("query", "sql", "SELECT 1");
    mixpanel.faults().next("/api/query/segmentation", Fault.status(400));
    TestingMp.Ended refreshed = mp().run("board", "refresh", "growth");
    assertThat(refreshed.status()).isEqualTo(1);
    assertThat(refreshed.err()).contains("their answers are those of before");
    assertThat(refreshed.out().split("\"error\": null", -1)).hasSize(4);

    Path page = folder.resolve("growth.html");
    ok("board", "show", "growth", "--to", page.toString());
    assertThat(Files.readString(page))
        .startsWith("<!doctype html>")
        .contains("<table", "<script")
        .contains("Not refreshed on");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
        .isEqualTo("rw-------");
    ok("board", "remove", "growth", "rows-of-an-sql-query-on-the-local-tables");
  }

  @Test
  void saysWhatCannotBePinnedAndWhatIsWrongInThePinnedCommand() {
    TestingMp.Ended fetch =
        mp().run(
                "board",
                "pin",
                "growth",
                "fetch",
                "events",
                "jan",
                "--from",
                "2026-01-05",
                "--to",
                "2026-01-06");
    assertThat(fetch.status()).isEqualTo(3);
    assertThat(fetch.err()).contains("asks nothing that a board can keep");
    TestingMp.Ended wrong =
        mp().run("board", "pin", "growth", "query", "segmentation", "--nonsense");
    assertThat(wrong.status()).isEqualTo(3);
    assertThat(wrong.err()).contains("--nonsense");
    TestingMp.Ended none = mp().run("board", "show", "growth");
    assertThat(none.status()).isEqualTo(4);
    assertThat(none.err()).contains("There is no board 'growth'");
    assertThat(Files.exists(folder.resolve("boards"))).isFalse();
  }

  @Test
  void aBoardInAnyFolderLeavesTheFoldersModeAsItIs() throws IOException {
    Path git = Files.createDirectory(folder.resolve("repository"));
    Files.setPosixFilePermissions(git, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path file = git.resolve("team.board.json");

    pin(
        file.toString(),
        "query",
        "segmentation",
        "-e",
        "Sign Up",
        "--from",
        "2026-01-05",
        "--to",
        "2026-01-05");

    assertThat(Files.readString(file)).contains("\"title\": \"team\"");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(git)))
        .isEqualTo("rwxr-xr-x");
    assertThat(ok("board", "remove", file.toString(), "--force").out()).contains("\"left\": 0");
    assertThat(Files.exists(file)).isFalse();
  }

  @Test
  void aQuestionInWordsIsAnsweredWithNumbersComparedAndPinned() throws IOException {
    try (FakeVendor vendor = FakeVendor.mixpanel()) {
      TestingMp.Ended connected =
          mp().input("hush\n")
              .run(
                  "connect",
                  "mixpanel",
                  "--url",
                  vendor.url().toString(),
                  "--service-account",
                  "svc.1234.mp-service-account",
                  "--secret-stdin");
      assertThat(connected.status()).as(connected.err()).isZero();

      TestingMp.Ended asked = mp().atTerminal().run("ask", "Login in the last 14 days");
      assertThat(asked.out()).contains("Users of Login, last 14 days").contains("2026-08-30");
      assertThat(asked.err()).contains("Answered by Run-Query with {").contains("a day on average");
      long hosted = hosted(ok("ask", "Login in the last 14 days", "-f", "csv").out());

      assertThat(compared(hosted).err()).contains("says the same in all 1 numbers");
      TestingMp.Ended different = compared(hosted - 3);
      assertThat(different.err()).contains("differs in 1 of 1 numbers, most at 2026-08-30: ");
      assertThat(different.out())
          .contains("\"different\": 1")
          .contains("\"hosted\": " + hosted)
          .contains("\"local\": " + (hosted - 3));

      pin("growth", "ask", "Login in the last 14 days");
      assertThat(ok("board", "refresh", "growth").out()).contains("Users of Login, last 14 days");
    }
  }

  /** The hosted number of the last day. */
  private static long hosted(String csv) {
    String last = csv.strip().lines().reduce((a, b) -> b).orElseThrow();
    return Long.parseLong(last.substring(last.indexOf(',') + 1).strip());
  }

  /** What is said beside a local table where so many users logged in on the last day. */
  private TestingMp.Ended compared(long users) {
    LocalDate day = LocalDate.of(2026, 8, 30);
    List<String> lines =
        LongStream.range(0, users)
            .mapToObj(
                i ->
                    "{\"event\":\"Login\",\"properties\":{\"time\":%d,\"distinct_id\":\"u%d\",\"$insert_id\":\"i%d\"}}"
                        .formatted((day.toEpochDay() * 86_400 + 36_000) * 1000, i, i))
            .toList();
    try (FakeMixpanel other =
        FakeMixpanel.builder().dataset(Dataset.of(Map.of(day, lines), List.of())).start()) {
      TestingMp.Ended fetched =
          new TestingProject(other, folder)
              .mp()
              .run(
                  "-q",
                  "fetch",
                  "events",
                  "logins",
                  "--replace",
                  "--from",
                  day.toString(),
                  "--to",
                  day.toString());
      assertThat(fetched.status()).as(fetched.err()).isZero();
    }
    return ok("ask", "Login in the last 14 days");
  }

  private void pin(String board, String... command) {
    String[] start = {"board", "pin", board};
    ok(append(start, command));
  }

  private static String[] append(String[] start, String... more) {
    return Stream.concat(Arrays.stream(start), Arrays.stream(more)).toArray(String[]::new);
  }

  private TestingMp.Ended ok(String... arguments) {
    TestingMp.Ended ended = mp().run(arguments);
    assertThat(ended.status()).as(String.join(" ", arguments) + "\n" + ended.err()).isZero();
    return ended;
  }

  private TestingMp mp() {
    return new TestingProject(mixpanel, folder).mp();
  }
}
