package dev.mixpaneldata.storage.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.testkit.naive.NaiveCases;
import dev.mixpaneldata.testkit.naive.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every report against plain loops over drawn events. */
class NaiveCasesTest {
  private static final int CASES = Integer.getInteger("naive.cases", 6);
  private static final int FIRST = Integer.getInteger("naive.first", 0);

  /** Averages and deviations are summed up in another order. */
  private static final Comparator<Double> NEARLY =
      (a, b) -> Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)) ? 0 : Double.compare(a, b);

  @TempDir Path folder;

  @Test
  void everyReportAgrees() throws Exception {
    for (int seed = FIRST; seed < FIRST + CASES; seed++) {
      NaiveCases cases = new NaiveCases(seed);
      Reports local = load(Files.createDirectory(folder.resolve("case" + seed)), cases);
      for (Question question : cases.questions()) {
        assertThat(question.to(local))
            .as("case %d, %s: %s", seed, cases, question)
            .usingRecursiveComparison()
            .withComparatorForType(NEARLY, Double.class)
            .isEqualTo(question.to(cases.naive()));
      }
    }
  }

  private static Reports load(Path empty, NaiveCases cases) {
    // Fetched for more days than there are events, so that every interval has begun.
    TestingTable table =
        new TestingTable(
            empty,
            cases.range().from().minusDays(60).toString(),
            cases.range().to().plusYears(3).toString());
    cases.dataset().days().forEach(day -> cases.dataset().lines(day).forEach(table::line));
    cases.dataset().profiles().forEach(profile -> table.profileLine(profile.json().toString()));
    return table.reports(scope -> scope.withZone(cases.zone()));
  }
}
