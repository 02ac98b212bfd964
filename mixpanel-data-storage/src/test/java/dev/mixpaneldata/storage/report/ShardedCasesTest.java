package dev.mixpaneldata.storage.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.testkit.naive.NaiveCases;
import dev.mixpaneldata.testkit.naive.NaiveReports;
import dev.mixpaneldata.testkit.naive.Question;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every report over shards against plain loops, as {@link NaiveCasesTest} asks one table. */
@Tag("long")
class ShardedCasesTest {
  private static final int CASES = Integer.getInteger("naive.cases", 1);
  private static final int FIRST = Integer.getInteger("naive.first", 0);
  private static final int ROUNDS = 2;

  @ParameterizedTest
  @MethodSource("seeds")
  void everyReportAgrees(int seed) throws Exception {
    NaiveCases cases = new NaiveCases(seed, ROUNDS);
    Path folder = Files.createTempDirectory("sharded-case");
    try {
      NaiveCasesTest.table(folder, cases).reports();
      DateRange days =
          new DateRange(cases.range().from().minusDays(60), NaiveCasesTest.last(cases));
      NaiveReports naive =
          cases.naive().until(days.to().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
      Cohort cohort = ofLake(cases);
      TestingShards shards = new TestingShards(folder, ZoneOffset.UTC);
      Reports sharded = shards.reports(days, scope -> scope.zone(cases.zone()));
      Reports ofCohort = shards.reports(days, scope -> scope.zone(cases.zone()).cohort(cohort));
      String what = "case %d, %s".formatted(seed, cases);
      int number = 0;
      for (Question question : NaiveCasesTest.all(cases)) {
        if (refused(question, sharded)) {
          continue;
        }
        NaiveCasesTest.compare(question, sharded, naive, what);
        if (number++ % 4 == 0) {
          NaiveCasesTest.compare(question, ofCohort, naive.among(cohort), what + ", " + cohort);
        }
      }
    } finally {
      PrivateFiles.removeTree(folder);
    }
  }

  /** Returns whether a question is refused, as a lake has no profiles. */
  static boolean refused(Question question, Reports reports) {
    try {
      question.to(reports);
      return false;
    } catch (MixpanelDataException e) {
      assertThat(e).hasMessageStartingWith("user[…]");
      return true;
    }
  }

  /** Returns the part of a cohort that a lake knows, which is what users did. */
  static Cohort ofLake(NaiveCases cases) {
    String event = cases.dataset().expectedRows().get(0).event();
    return ofLake(cases.cohort())
        .orElse(new Cohort.RecentBehavior(EventSelector.of(event), 2, Optional.empty()));
  }

  private static Optional<Cohort> ofLake(Cohort cohort) {
    if (cohort instanceof Cohort.Others others) {
      return ofLake(others.cohort()).map(Cohort::others);
    }
    if (cohort instanceof Cohort.Both both) {
      return ofLake(both.one()).map(one -> ofLake(both.other()).map(one::and).orElse(one));
    }
    return Optional.of(cohort).filter(some -> !(some instanceof Cohort.Profiles));
  }

  static IntStream seeds() {
    return IntStream.range(FIRST, FIRST + CASES);
  }
}
