package dev.mixpaneldata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.testkit.FakeMixpanel;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A project in which nothing was tracked and nothing saved. */
class EmptyProjectTest {
  private static final FakeMixpanel MIXPANEL = FakeMixpanel.builder().start();

  @TempDir Path folder;

  @AfterAll
  static void stop() {
    MIXPANEL.close();
  }

  private TestingMp.Ended run(String command) {
    return new TestingProject(MIXPANEL, folder).mp().run(command.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inspect events",
        "inspect properties -e Purchase",
        "inspect values -p plan",
        "inspect funnels",
        "inspect cohorts",
        "inspect top-events",
        "inspect bookmarks",
        "inspect lexicon-schemas",
        "inspect tables",
        "cohorts list"
      })
  void aListIsEmptyAndSaysSo(String command) {
    TestingMp.Ended ended = run(command);
    assertThat(ended.status()).isZero();
    assertThat(ended.out()).isEqualTo("[]\n");
    assertThat(ended.err()).isEqualTo("The list is empty.\n");
    assertThat(run("-q " + command + " -f table")).isEqualTo(new TestingMp.Ended(0, "", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query activity-feed -U user-1 --from 2026-01-01 --to 2026-01-31",
        "query profiles",
        "inspect distribution -e Purchase -p plan --from 2026-01-01 --to 2026-01-31"
      })
  void aReportWithoutRowsSaysSo(String command) {
    TestingMp.Ended ended = run(command);
    assertThat(ended.status()).isZero();
    // The statistics that JQL computes say so in a note before.
    assertThat(ended.err()).endsWith("Nothing matches.\n").doesNotContain("Error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query segmentation -e Purchase",
        "query segmentation-sum -e Purchase --on amount",
        "query event-counts -e Purchase",
        "query frequency",
        "query retention -b Purchase",
      })
  void aSeriesHasItsBucketsWithNothingInThem(String command) {
    TestingMp.Ended ended = run(command + " --from 2026-01-05 --to 2026-01-06 -f csv");
    assertThat(ended.status()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).contains("2026-01-05", "2026-01-06");
  }
}
