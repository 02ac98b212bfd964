package dev.mixpaneldata.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.testkit.naive.NaiveCases;
import dev.mixpaneldata.testkit.naive.NaiveReports;
import dev.mixpaneldata.testkit.naive.Question;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every report by Spark against plain loops over drawn events, requests and expressions; the
 * questions are those that local tables are asked. For others: {@code -Dnaive.first=1000}.
 */
class SparkCasesTest {
  private static final int CASES = Integer.getInteger("naive.cases", 2);
  private static final int FIRST = Integer.getInteger("naive.first", 0);

  private static final Comparator<Double> NEARLY =
      (a, b) -> Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)) ? 0 : Double.compare(a, b);

  private static SparkSession spark;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    spark = LocalSpark.start();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void everyReportAgrees() throws Exception {
    Set<Class<?>> asked = new HashSet<>();
    for (int seed = FIRST; seed < FIRST + CASES; seed++) {
      asked.addAll(agree(new NaiveCases(seed, 1), "case " + seed, folder.resolve("case" + seed)));
    }
    assertThat(asked).containsAll(Report.all().stream().map(Report::request).toList());
  }

  private static Set<Class<?>> agree(NaiveCases cases, String what, Path folder) throws Exception {
    DateRange days =
        new DateRange(cases.range().from().minusDays(60), cases.range().to().plusDays(10));
    List<String> lines = new ArrayList<>();
    cases.dataset().days().forEach(day -> lines.addAll(cases.dataset().lines(day)));
    Files.createDirectory(folder);
    // Columns are chosen by the first lines; what comes later may not fit into them.
    int cut = lines.size() / 6;
    TestLake lake =
        new TestLake(folder, days)
            .load(lines.subList(0, cut))
            .load(lines.subList(cut, lines.size()));
    NaiveReports naive =
        cases.naive().until(days.to().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    SparkReports all = SparkReports.over(spark, lake.write()).with(s -> s.zone(cases.zone()));
    String event = cases.dataset().expectedRows().get(0).event();
    Cohort cohort = new Cohort.RecentBehavior(EventSelector.of(event), 2, Optional.empty());
    SparkReports some = all.with(s -> s.zone(cases.zone()).cohort(cohort));
    Set<Class<?>> asked = new HashSet<>();
    int number = 0;
    for (Question question :
        Stream.concat(cases.questions().stream(), cases.localQuestions().stream()).toList()) {
      Optional<ReportResult> answer = answer(question, all);
      if (answer.isEmpty()) {
        continue;
      }
      compare(answer.get(), question, naive, what);
      asked.add(question.request().getClass());
      if (number++ % 6 == 0) {
        compare(question.to(some), question, naive.among(cohort), what + " of a cohort");
      }
    }
    return asked;
  }

  /** Returns the answer; none if the question is refused, as a lake has no profiles. */
  private static Optional<ReportResult> answer(Question question, Reports reports) {
    try {
      return Optional.of(question.to(reports));
    } catch (MixpanelDataException e) {
      if (e.code() != ErrorCode.CANNOT_ANSWER) {
        throw e;
      }
      assertThat(e).hasMessageStartingWith("user[…]");
      return Optional.empty();
    }
  }

  static void compare(ReportResult answer, Question question, Reports other, String what) {
    assertThat(answer)
        .as("%s: %s", what, question)
        .usingRecursiveComparison()
        .withComparatorForType(NEARLY, Double.class)
        .isEqualTo(question.to(other));
  }
}
