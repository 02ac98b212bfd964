package dev.mixpaneldata.storage.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.testkit.naive.NaiveCases;
import dev.mixpaneldata.testkit.naive.NaiveReports;
import dev.mixpaneldata.testkit.naive.Question;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every report against plain loops over drawn events. */
class NaiveCasesTest {
  private static final int CASES = Integer.getInteger("naive.cases", 6);
  private static final int FIRST = Integer.getInteger("naive.first", 0);

  /** Averages and deviations are summed up in another order. */
  private static final Comparator<Double> NEARLY =
      (a, b) -> Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)) ? 0 : Double.compare(a, b);

  private static final Function<NaiveCases, Instant> END =
      cases -> last(cases).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();

  @TempDir Path folder;

  @Test
  void everyReportAgrees() throws Exception {
    for (int seed = FIRST; seed < FIRST + CASES; seed++) {
      NaiveCases cases = new NaiveCases(seed);
      TestingTable table = load(Files.createDirectory(folder.resolve("case" + seed)), cases);
      Reports local = table.reports(scope -> scope.withZone(cases.zone()));
      NaiveReports naive = cases.naive().until(END.apply(cases));
      for (Question question : all(cases)) {
        compare(question, local, naive, "case %d, %s: %s".formatted(seed, cases, question));
      }
    }
  }

  @Test
  void everyReportAgreesOnACohort() throws Exception {
    for (int seed = FIRST; seed < FIRST + CASES; seed++) {
      NaiveCases cases = new NaiveCases(seed);
      TestingTable table = load(Files.createDirectory(folder.resolve("cohort" + seed)), cases);
      Reports local =
          table.reports(scope -> scope.withZone(cases.zone()).withCohort(cases.cohort()));
      NaiveReports naive = cases.naive().until(END.apply(cases)).among(cases.cohort());
      for (Question question : all(cases)) {
        compare(
            question,
            local,
            naive,
            "case %d, %s, %s: %s".formatted(seed, cases, cases.cohort(), question));
      }
    }
  }

  private static List<Question> all(NaiveCases cases) {
    return Stream.concat(cases.questions().stream(), cases.localQuestions().stream()).toList();
  }

  private static void compare(Question question, Reports local, Reports naive, String what) {
    assertThat(question.to(local))
        .as(what)
        .usingRecursiveComparison()
        .withComparatorForType(NEARLY, Double.class)
        .isEqualTo(question.to(naive));
  }

  private static TestingTable load(Path empty, NaiveCases cases) {
    TestingTable table =
        new TestingTable(
            empty, cases.range().from().minusDays(60).toString(), last(cases).toString());
    cases.dataset().days().forEach(day -> cases.dataset().lines(day).forEach(table::line));
    cases.dataset().profiles().forEach(profile -> table.profileLine(profile.json().toString()));
    return table;
  }

  /** A few days are missing after the range, so that some intervals have not begun. */
  private static LocalDate last(NaiveCases cases) {
    return cases.range().to().plusDays(8);
  }
}
