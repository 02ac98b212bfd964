package dev.mixpaneldata.storage.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.testkit.naive.NaiveCases;
import dev.mixpaneldata.testkit.naive.NaiveReports;
import dev.mixpaneldata.testkit.naive.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every report against plain loops over drawn events, requests, expressions and cohorts. For longer
 * runs and other cases: {@code -Dnaive.first=1000 -Dnaive.cases=500}.
 */
@Tag("long")
class NaiveCasesTest {
  private static final int CASES = Integer.getInteger("naive.cases", 20);
  private static final int FIRST = Integer.getInteger("naive.first", 0);

  /** Loading a table takes longer than answering questions about it. */
  private static final int ROUNDS = 4;

  /** One question in so many is asked about a cohort, too. */
  private static final int ASKED_OF_A_COHORT = 4;

  /** One table in so many is asked by way of an index, too. */
  private static final int ASKED_OF_AN_INDEX = 3;

  /** Averages and deviations are summed up in another order. */
  private static final Comparator<Double> NEARLY =
      (a, b) -> Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)) ? 0 : Double.compare(a, b);

  @ParameterizedTest
  @MethodSource("seeds")
  void everyReportAgrees(int seed) throws Exception {
    NaiveCases cases = new NaiveCases(seed, ROUNDS);
    Path folder = Files.createTempDirectory("naive-case");
    try {
      TestingTable table = table(folder, cases);
      NaiveReports naive =
          cases.naive().until(last(cases).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
      Reports local = table.reports(scope -> scope.zone(cases.zone()));
      Reports naiveOfCohort = naive.among(cases.cohort());
      Reports localOfCohort =
          table.reports(scope -> scope.zone(cases.zone()).cohort(cases.cohort()));
      String what = "case %d, %s".formatted(seed, cases);
      int number = 0;
      for (Question question : all(cases)) {
        compare(question, local, naive, what);
        if (number++ % ASKED_OF_A_COHORT == 0) {
          compare(question, localOfCohort, naiveOfCohort, what + ", " + cases.cohort());
        }
      }
      if (seed % ASKED_OF_AN_INDEX == 0) {
        askIndexed(cases, table, naive, what);
      }
    } finally {
      PrivateFiles.removeTree(folder);
    }
  }

  /** Asks everything once, so that an index has what it takes, and compares then. */
  private static void askIndexed(
      NaiveCases cases, TestingTable table, NaiveReports naive, String what) {
    Reports indexed = table.indexed(scope -> scope.zone(cases.zone()));
    Reports ofCohort = table.indexed(scope -> scope.zone(cases.zone()).cohort(cases.cohort()));
    all(cases).forEach(question -> question.to(indexed));
    table.index();
    Reports naiveOfCohort = naive.among(cases.cohort());
    int number = 0;
    for (Question question : all(cases)) {
      compare(question, indexed, naive, what + ", with an index");
      if (number++ % ASKED_OF_A_COHORT == 0) {
        compare(question, ofCohort, naiveOfCohort, what + ", with an index, " + cases.cohort());
      }
    }
  }

  static IntStream seeds() {
    return IntStream.range(FIRST, FIRST + CASES);
  }

  static List<Question> all(NaiveCases cases) {
    return Stream.concat(cases.questions().stream(), cases.localQuestions().stream()).toList();
  }

  static void compare(Question question, Reports local, Reports naive, String what) {
    assertThat(question.to(local))
        .as("%s: %s", what, question)
        .usingRecursiveComparison()
        .withComparatorForType(NEARLY, Double.class)
        .isEqualTo(question.to(naive));
  }

  static TestingTable table(Path empty, NaiveCases cases) {
    TestingTable table =
        new TestingTable(
            empty, cases.range().from().minusDays(60).toString(), last(cases).toString());
    List<String> lines = new ArrayList<>();
    cases.dataset().days().forEach(day -> lines.addAll(cases.dataset().lines(day)));
    lines.forEach(table::line);
    cases.dataset().profiles().forEach(profile -> table.profileLine(profile.json().toString()));
    // Columns are chosen by the first lines; what comes later may not fit into them.
    return table.loadedFirst(lines.size() / 6);
  }

  /** A few days are missing after the last range, so that some intervals have not begun. */
  static LocalDate last(NaiveCases cases) {
    return cases.range().to().plusDays(10);
  }
}
