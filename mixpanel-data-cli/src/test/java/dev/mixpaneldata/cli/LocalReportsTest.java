package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports on a fetched table, as they are typed. */
class LocalReportsTest {
  @TempDir Path folder;
  private FakeMixpanel mixpanel = FakeMixpanel.builder().start();

  @BeforeEach
  void fetch() {
    mixpanel.close();
    List<String> lines =
        List.of(
            event("a", "Signup", 9, "\"plan\":\"pro\""),
            event("a", "Purchase", 10, "\"amount\":20"),
            event("a", "Login", 11, ""),
            event("a", "Purchase", 12, "\"amount\":5"),
            event("b", "Signup", 9, "\"plan\":\"free\""),
            event("b", "Purchase", 11, "\"amount\":5"),
            event("c", "Signup", 9, "\"plan\":\"free\""),
            event("c", "Login", 10, ""));
    Dataset data = Dataset.of(Map.of(java.time.LocalDate.of(2026, 1, 5), lines), List.of());
    mixpanel = FakeMixpanel.builder().dataset(data).start();
    assertThat(
            mp("-q", "fetch", "events", "jan", "--from", "2026-01-05", "--to", "2026-01-06").err())
        .isEmpty();
  }

  private static String event(String user, String name, int hour, String properties) {
    long seconds = java.time.LocalDate.of(2026, 1, 5).toEpochDay() * 86_400 + hour * 3600;
    return "{\"event\":\"%s\",\"properties\":{\"time\":%d,\"distinct_id\":\"%s\",\"$insert_id\":\"%s%d\"%s}}"
        .formatted(
            name, seconds * 1000, user, user, hour, properties.isEmpty() ? "" : "," + properties);
  }

  @AfterEach
  void stop() {
    mixpanel.close();
  }

  private TestingMp.Ended mp(String... arguments) {
    return new TestingProject(mixpanel, folder).mp().run(arguments);
  }

  /** A report on both days of the table. */
  private TestingMp.Ended query(String report, String... options) {
    List<String> all =
        new ArrayList<>(List.of("query", report, "--from", "2026-01-05", "--to", "2026-01-06"));
    all.addAll(Arrays.asList(options));
    return mp(all.toArray(String[]::new));
  }

  private TestingMp.Ended signups(String... options) {
    return query(
        "segmentation",
        Stream.concat(Stream.of("-e", "Signup", "--local", "jan"), Stream.of(options))
            .toArray(String[]::new));
  }

  private String answer(String report, String... options) {
    TestingMp.Ended ended = query(report, options);
    assertThat(ended.status()).as(ended.err()).isZero();
    return ended.out().strip();
  }

  @Test
  void aChartInAFileStandsBesideTheData() throws Exception {
    Path picture = folder.resolve("days.png");
    TestingMp.Ended ended = signups("--jq", ".total", "--chart-file", picture.toString());
    assertThat(ended.out().strip()).as(ended.err()).isEqualTo("3");
    assertThat(ended.err()).contains("Drew " + picture);
    assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(900);
  }

  @Test
  void aChartInPlaceOfDataIsNotMixedWithAFormat() {
    for (List<String> data : List.of(List.of("-f", "csv"), List.of("--jq", ".total"))) {
      TestingMp.Ended ended = signups("--chart", data.get(0), data.get(1));
      assertThat(ended.status()).isNotZero();
      assertThat(ended.out()).isEmpty();
      assertThat(ended.err()).contains("--chart draws instead").contains("--chart-file");
    }
  }

  @Test
  void aFileHoldsOneChart() {
    Path picture = folder.resolve("cohorts.png");
    TestingMp.Ended ended =
        signups("--by-cohort", "did Purchase", "--chart-file", picture.toString());
    assertThat(ended.status()).isNotZero();
    assertThat(ended.err()).contains("--by-cohort makes several");
    assertThat(picture).doesNotExist();
  }

  @Test
  void funnelStepsHaveFilters() {
    assertThat(
            answer(
                "funnel",
                "--step",
                "Signup",
                "--step",
                "Purchase[properties[\"amount\"] > 10]",
                "--window",
                "7d",
                "--on",
                "plan",
                "--local",
                "jan",
                "--jq",
                "[.steps[].count, .segments.pro[1].count, .segments.free[1].count]|tostring"))
        .isEqualTo("\"[3,1,1,0]\"");
    assertThat(query("funnel", "--step", "A", "--step", "B[", "--local", "jan"))
        .satisfies(
            ended -> {
              assertThat(ended.status()).isEqualTo(3);
              assertThat(ended.err()).contains("The bracket after 'B' is not closed");
            });
  }

  @Test
  void theOtherReportsOfTheDocumentation() {
    assertThat(
            answer(
                "segmentation",
                "--event",
                "Signup",
                "--on",
                "plan",
                "--type",
                "unique",
                "--local",
                "jan",
                "--jq",
                ".series.free[\"2026-01-05\"]"))
        .isEqualTo("2");
    assertThat(
            answer(
                "retention",
                "--born",
                "Signup",
                "--return",
                "Login",
                "--unit",
                "day",
                "--interval-count",
                "7",
                "--local",
                "jan",
                "--jq",
                ".cohorts[0].counts[0]"))
        .isEqualTo("2");
    assertThat(
            answer(
                "frequency",
                "--event",
                "Login",
                "--unit",
                "week",
                "--addiction-unit",
                "day",
                "--local",
                "jan",
                "--jq",
                ".data[\"2026-01-05\"][0]"))
        .isEqualTo("2");
  }

  @Test
  void whatMixpanelsApiLacksIsAnsweredByATableWithoutBeingTold() {
    assertThat(answer("paths", "--event", "Signup", "--jq", ".edges[0].to"))
        .isEqualTo("\"Purchase\"");
    assertThat(answer("active-users", "--jq", ".series[\"1\"][\"2026-01-05\"]")).isEqualTo("3");
    assertThat(answer("sessions", "--timeout", "90m", "--jq", ".total.sessions")).isEqualTo("4");
    assertThat(query("sessions", "--source", "live"))
        .satisfies(
            ended -> {
              assertThat(ended.status()).isEqualTo(3);
              assertThat(ended.err())
                  .contains("cannot be requested from Mixpanel")
                  .contains("--local");
            });
  }

  @Test
  void cohortsFilterAndSplit() {
    String did = "did Purchase[properties[\"amount\"] > 10] in the last 3 days";
    assertThat(answer("segmentation", "-e", "Signup", "--cohort", "did Purchase", "--jq", ".total"))
        .isEqualTo("2");
    assertThat(query("segmentation", "-e", "Signup", "--cohort", did, "--local", "jan").err())
        .contains("has only 2 days");
    assertThat(
            answer(
                "segmentation",
                "-e",
                "Signup",
                "--by-cohort",
                "did Purchase at least 2 times",
                "--jq",
                "[.parts[]|[.member, .result.total]]|tostring"))
        .isEqualTo("\"[[true,1],[false,2]]\"");
  }

  @Test
  void withoutATableMixpanelIsNamedForItsReportsAlone() {
    assertThat(mp("inspect", "drop", "-t", "jan", "--force").status()).isZero();
    assertThat(query("segmentation", "-e", "Signup", "--source", "local").err())
        .contains("or ask Mixpanel with --source live.");
    assertThat(query("segmentation", "-e", "Signup", "--cohort", "did Purchase").err())
        .contains("but not when", "fetch the events with mp fetch events");
    assertThat(query("active-users").err()).contains("Fetch one with mp fetch events.\n");
  }

  @Test
  void whoAnsweredAndWhoCouldNotIsSaid() {
    assertThat(query("segmentation", "-e", "Signup", "--source", "auto", "--jq", ".total").err())
        .contains("Answered by the local table 'jan'.");
    TestingMp.Ended funnel = query("funnel", "12", "--source", "auto");
    assertThat(funnel.err())
        .contains("Not answered by the local table 'jan': The steps of the saved funnel 12");
    assertThat(query("funnel", "12", "--local", "jan").err()).contains("--source live");
    assertThat(query("segmentation", "-e", "$custom_event:7", "--local", "jan").err())
        .contains("custom event")
        .contains("--source live");
    TestingMp.Ended early =
        mp(
            "query",
            "segmentation",
            "-e",
            "Signup",
            "--from",
            "2026-01-01",
            "--to",
            "2026-01-05",
            "--local",
            "jan");
    assertThat(early.status()).isEqualTo(3);
    assertThat(early.err()).contains("2026-01-05..2026-01-06 of UTC").contains("--gaps");
    TestingMp.Ended gaps =
        mp(
            "query",
            "segmentation",
            "-e",
            "Signup",
            "--from",
            "2026-01-01",
            "--to",
            "2026-01-05",
            "--local",
            "jan",
            "--gaps",
            "--jq",
            ".total");
    assertThat(gaps.out()).isEqualTo("3\n");
    assertThat(gaps.err()).contains("Note:");
  }

  /** A query of Mixpanel is one of 60 an hour. */
  @Test
  void aMistakeIsNotSentOnToMixpanel() {
    List<List<String>> mistakes =
        List.of(
            List.of("-w", "properties[\"plan\"] =="),
            List.of("-w", "nmber(properties[\"amount\"]) > 3"),
            List.of("-w", "user[\"plan\"] == \"pro\"", "--profiles", "nobody"),
            List.of("--timezone", "Mars/Phobos"),
            List.of("--on", "properties["),
            List.of("--local", "jan"));
    int before = mixpanel.requests().size();
    for (List<String> mistake : mistakes) {
      List<String> options = new ArrayList<>(List.of("-e", "Signup", "--source", "auto"));
      options.addAll(mistake);
      TestingMp.Ended ended = query("segmentation", options.toArray(String[]::new));
      assertThat(ended.status()).as(mistake + ended.err()).isEqualTo(3);
      assertThat(ended.err()).contains("Error [INVALID_ARGUMENT]");
    }
    assertThat(
            query("segmentation", "-e", "Purchase", "--on", "amuont", "--source", "auto").status())
        .isZero();
    assertThat(mixpanel.requests()).as("calls of Mixpanel").hasSize(before);
  }

  @Test
  void whatATableLacksIsSentOnToMixpanel() {
    int before = mixpanel.requests().size();
    TestingMp.Ended ended =
        mp(
            "query",
            "segmentation",
            "-e",
            "Signup",
            "--from",
            "2026-01-01",
            "--to",
            "2026-01-05",
            "--source",
            "auto",
            "--jq",
            ".total");
    assertThat(ended.out()).as(ended.err()).isEqualTo("3\n");
    assertThat(ended.err())
        .contains("Not answered by the local table 'jan'")
        .contains("Answered by Mixpanel.");
    assertThat(mixpanel.requests()).hasSize(before + 1);
    assertThat(query("sessions", "--source", "live").err()).contains("Error [CANNOT_ANSWER]");
  }

  @Test
  void everyReportHasAChartWhereItIsDrawn() {
    for (String report : List.of("paths", "active-users", "sessions")) {
      String[] event = report.equals("paths") ? new String[] {"-e", "Signup"} : new String[0];
      String[] options =
          IntStream.rangeClosed(0, event.length)
              .mapToObj(i -> i < event.length ? event[i] : "--chart")
              .toArray(String[]::new);
      assertThat(answer(report, options)).as(report).contains("\n  ");
    }
  }
}
