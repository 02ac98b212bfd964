package dev.mixpaneldata.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.internal.JobFolder;
import dev.mixpaneldata.store.spi.QuarantinedLine;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineTest {
  private static final long MOST = 10_000;

  @TempDir Path folder;

  @Test
  void allLinesAreCountedAndABoundedNumberIsKept() throws Exception {
    try (JobFolder job = JobFolder.open(FetchErrors.JOB, folder, folder.resolve("job"))) {
      try (Quarantine quarantine = Quarantine.empty(job, MOST)) {
        for (int i = 0; i < 5_000; i++) {
          quarantine.keep(line("a", i, i % 5 == 0));
          quarantine.keep(line("b", i, false));
        }
        check(quarantine);
        assertThat(Files.size(quarantine.file().orElseThrow())).isLessThan(2 * MOST);
      }
      try (Quarantine again = Quarantine.ofEarlierRun(job)) {
        check(again);
      }
    }
  }

  @Test
  void ofALongLineTheBeginningIsKept() throws Exception {
    try (JobFolder job = JobFolder.open(FetchErrors.JOB, folder, folder.resolve("job"));
        Quarantine quarantine = Quarantine.empty(job)) {
      quarantine.keep(
          new QuarantinedLine(
              job.file("a"), 1, false, "why", "x".repeat(3_000_000).getBytes(UTF_8)));
      assertThat(Files.readString(quarantine.file().orElseThrow()))
          .contains("\"bytes\":3000000")
          .hasSizeLessThan(1_100_000);
    }
  }

  private static void check(Quarantine quarantine) {
    assertThat(quarantine.repaired()).isEqualTo(1_000);
    assertThat(quarantine.unusable()).isEqualTo(9_000);
    assertThat(quarantine.unusableIn("a")).isEqualTo(4_000);
    assertThat(quarantine.unusableIn("b")).isEqualTo(5_000);
    assertThat(quarantine.leftOut()).isBetween(9_000L, 9_999L);
  }

  private QuarantinedLine line(String part, int number, boolean repaired) {
    return new QuarantinedLine(
        folder.resolve(part), number, repaired, "has no event", "{}".getBytes(UTF_8));
  }
}
