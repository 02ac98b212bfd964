package dev.mixpaneldata.storage.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.testkit.naive.NaiveCases;
import dev.mixpaneldata.testkit.naive.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Every report against plain loops over drawn events, requests, expressions and cohorts. For longer
 * runs and other cases: {@code -Dnaive.first=1000 -Dnaive.cases=500}.
 */
class NaiveCasesTest {
  private static final int CASES = Integer.getInteger("naive.cases", 25);
  private static final int FIRST = Integer.getInteger("naive.first", 0);

  /** Loading a table takes longer than answering questions about it. */
  private static final int ROUNDS = 4;

  /** Averages and deviations are summed up in another order. */
  private static final Comparator<Double> NEARLY =
      (a, b) -> Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)) ? 0 : Double.compare(a, b);

  @Property(
      generation = GenerationMode.EXHAUSTIVE,
      tries = Integer.MAX_VALUE,
      shrinking = ShrinkingMode.OFF)
  void everyReportAgrees(@ForAll("seeds") int seed) throws Exception {
    NaiveCases cases = new NaiveCases(seed, ROUNDS);
    Path folder = Files.createTempDirectory("naive-case");
    try {
      Reports local = load(folder, cases);
      Reports naive = cases.naiveOfCohort();
      for (Question question : cases.questions()) {
        assertThat(question.to(local))
            .as("case %d, %s: %s", seed, cases, question)
            .usingRecursiveComparison()
            .withComparatorForType(NEARLY, Double.class)
            .isEqualTo(question.to(naive));
      }
    } finally {
      delete(folder);
    }
  }

  @Provide
  Arbitrary<Integer> seeds() {
    return Arbitraries.integers().between(FIRST, FIRST + CASES - 1);
  }

  private static Reports load(Path empty, NaiveCases cases) {
    // Fetched for more days than there are events, so that every interval has begun.
    TestingTable table =
        new TestingTable(
            empty,
            cases.range().from().minusDays(60).toString(),
            cases.range().to().plusYears(3).toString());
    List<String> lines = new ArrayList<>();
    cases.dataset().days().forEach(day -> lines.addAll(cases.dataset().lines(day)));
    lines.forEach(table::line);
    cases.dataset().profiles().forEach(profile -> table.profileLine(profile.json().toString()));
    return table
        // Columns are chosen by the first lines; what comes later may not fit into them.
        .loadedFirst(lines.size() / 6)
        .reports(
            scope ->
                cases
                    .cohort()
                    .map(scope.withZone(cases.zone())::withCohort)
                    .orElse(scope.withZone(cases.zone())));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
