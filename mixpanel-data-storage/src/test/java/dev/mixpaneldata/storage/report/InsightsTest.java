package dev.mixpaneldata.storage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.ComparisonOffset;
import dev.mixpaneldata.report.Formula;
import dev.mixpaneldata.report.Grouping;
import dev.mixpaneldata.report.InsightsRequest;
import dev.mixpaneldata.report.InsightsResult;
import dev.mixpaneldata.report.Measure;
import dev.mixpaneldata.report.Metric;
import dev.mixpaneldata.report.PerUser;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.SeriesTransform;
import dev.mixpaneldata.report.TimeSpan;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Insights over a table small enough to count by hand. */
class InsightsTest {
  private static final DateRange DAYS = DateRange.of("2026-01-05", "2026-01-06");

  @TempDir Path folder;
  private Reports reports;

  @BeforeEach
  void fill() {
    TestingTable table = new TestingTable(folder, "2026-01-01", "2026-01-06");
    int id = 0;
    for (String event :
        List.of(
            "Buy 04 u1 10 free",
            "Buy 05 u1 10 pro",
            "Buy 05 u1 30 pro",
            "Buy 05 u2 5 free",
            "Buy 06 u2 7 free",
            "Visit 05 u1 0 pro",
            "Visit 05 u3 0 pro",
            "Visit 06 u2 0 free")) {
      String[] parts = event.split(" ");
      table.line(
          "{\"event\":\"%s\",\"properties\":{\"time\":%d,\"distinct_id\":\"%s\",\"$insert_id\":\"%d\",\"amount\":%s,\"plan\":\"%s\"}}"
              .formatted(
                  parts[0],
                  Instant.parse("2026-01-" + parts[1] + "T12:00:00Z").toEpochMilli(),
                  parts[2],
                  id++,
                  parts[3],
                  parts[4]));
    }
    reports = table.reports(scope -> {});
  }

  private InsightsResult ask(InsightsRequest request) {
    return reports.insights(
        request.range().isPresent() ? request : request.with(r -> r.range(DAYS)));
  }

  @Test
  void aRateOfUsersComparedWithTheDayBefore() {
    InsightsResult result =
        ask(
            InsightsRequest.of(Metric.of(Measure.UNIQUE, "Buy"), Metric.of(Measure.UNIQUE, "Visit"))
                .with(
                    r ->
                        r.formulas(List.of(Formula.parse("Rate = A/B*100")))
                            .compare(ComparisonOffset.DAY)));
    assertThat(result.header()).containsExactly("metric", "date", "value", "previous", "change");
    // On the 4th nobody visited, so there is no rate to compare with.
    assertThat(result.cells())
        .containsExactly(
            Arrays.asList("Rate", "2026-01-05", 100L, null, null),
            Arrays.asList("Rate", "2026-01-06", 100L, 100L, 0L));
    assertThat(result.comparedFrom()).contains(DAYS.from().minusDays(1));
  }

  @Test
  void averagesOfBuyersAreOverUsers() {
    InsightsRequest average =
        InsightsRequest.of(Metric.of(Measure.AVERAGE, "Buy", "amount")).with(r -> r.total(true));
    assertThat(ask(average).cells()).containsExactly(List.of("average(Buy, amount)", 13L));
    // u1 spent 40 and u2 12.
    assertThat(ask(average.with(r -> r.perUser(PerUser.TOTAL))).cells())
        .containsExactly(List.of("average(Buy, amount)", 26L));
  }

  @Test
  void breakdownsHaveTheWholeOfEachLevel() {
    InsightsResult result =
        ask(
            InsightsRequest.of(Metric.of(Measure.TOTAL, "Buy", "amount"))
                .with(
                    r ->
                        r.total(true)
                            .by(
                                List.of(
                                    Grouping.of("plan"), Grouping.ofRanges("amount", 10, 6, 26)))));
    assertThat(result.cells())
        .containsExactly(
            List.of("total(Buy, amount)", "$overall", "$overall", 52L),
            List.of("total(Buy, amount)", "free", "$overall", 12L),
            List.of("total(Buy, amount)", "free", "6 - 16", 7L),
            List.of("total(Buy, amount)", "free", "< 6", 5L),
            List.of("total(Buy, amount)", "pro", "$overall", 40L),
            List.of("total(Buy, amount)", "pro", "6 - 16", 10L),
            List.of("total(Buy, amount)", "pro", "≥ 26", 30L));
    assertThat(result.limitHit()).contains(false);
  }

  @Test
  void theLimitIsSaid() {
    InsightsResult result =
        ask(
            InsightsRequest.of("Buy")
                .with(r -> r.total(true).by(List.of(Grouping.of("amount"))).limit(2)));
    assertThat(result.lines()).hasSize(3);
    assertThat(result.limitHit()).contains(true);
    assertThat(result.notes()).containsExactly("The limit of 2 segments is hit: there are more.");
  }

  @Test
  void theLastDaysEndWithTheTableAndRollingBeginsWithAFullWindow() {
    InsightsResult result =
        reports.insights(
            InsightsRequest.of("Buy")
                .with(r -> r.last(TimeSpan.parse("3d")).running(SeriesTransform.average(2))));
    assertThat(result.fromDate()).hasToString("2026-01-04");
    assertThat(result.cells())
        .containsExactly(List.of("Buy", "2026-01-05", 2L), List.of("Buy", "2026-01-06", 2L));
  }

  @Test
  void severalEventsAreOneAndUsersAddUpOnce() {
    InsightsResult result =
        ask(
            InsightsRequest.of(
                Metric.ofEvents("Buy", "Visit").with(m -> m.measure(Measure.CUMULATIVE_UNIQUE))));
    assertThat(result.cells())
        .containsExactly(
            List.of("cumulative_unique(Buy or Visit)", "2026-01-05", 3L),
            List.of("cumulative_unique(Buy or Visit)", "2026-01-06", 3L));
  }

  @Test
  void aDayCountsTheUsersOfTheDaysUpToIt() throws IOException {
    Path other = Files.createDirectory(folder.resolve("longer"));
    Reports longer =
        new TestingTable(other, "2025-12-01", "2026-01-10")
            .event("Buy", "early", "2025-12-30T12:00:00")
            .event("Buy", "late", "2026-01-05T12:00:00")
            .event("Buy", "late", "2026-01-06T12:00:00")
            .reports();
    InsightsResult result =
        longer.insights(
            InsightsRequest.of(Metric.of(Measure.WAU, "Buy"), Metric.of(Measure.MAU, "Buy"))
                .with(r -> r.range(DateRange.of("2026-01-04", "2026-01-06"))));
    assertThat(result.lines().get(0).values().values())
        .extracting(n -> n == null ? -1 : n.longValue())
        .containsExactly(1L, 2L, 1L);
    assertThat(result.lines().get(1).values().values())
        .extracting(n -> n == null ? -1 : n.longValue())
        .containsExactly(1L, 2L, 2L);
  }

  @Test
  void whatMixpanelAloneKnowsIsItsOwn() {
    for (Metric metric :
        List.of(
            Metric.ofCohort(7, "PU"),
            Metric.of(Measure.SESSIONS, "Buy"),
            Metric.of(Measure.FIRST_VALUE, "Buy", "plan"))) {
      assertThatThrownBy(() -> ask(InsightsRequest.of(metric)))
          .as(metric.title())
          .isInstanceOfSatisfying(
              MixpanelDataException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.CANNOT_ANSWER))
          .hasMessageContaining("known to Mixpanel alone");
    }
    assertThatThrownBy(
            () ->
                ask(InsightsRequest.of("Buy").with(r -> r.by(List.of(Grouping.ofCohort(7, "PU"))))))
        .hasMessageContaining("The cohort PU is known to Mixpanel alone");
    assertThatThrownBy(
            () ->
                ask(
                    InsightsRequest.of(Metric.of(Measure.WAU, "Buy"))
                        .with(r -> r.unit(BucketUnit.WEEK))))
        .hasMessageContaining("wau by another unit");
    assertThatThrownBy(
            () ->
                ask(
                    InsightsRequest.of("Buy")
                        .with(r -> r.where("properties[\"$custom_property:42\"] > 1"))))
        .hasMessageContaining("known to Mixpanel alone");
    assertThatThrownBy(
            () ->
                ask(
                    InsightsRequest.of("Buy")
                        .with(r -> r.by(List.of(Grouping.of("$custom_property:42"))))))
        .hasMessageContaining("known to Mixpanel alone");
    assertThatThrownBy(
            () ->
                ask(
                    InsightsRequest.of("Buy")
                        .with(r -> r.range(DateRange.of("2026-01-05", "2026-01-09")))))
        .isInstanceOf(MixpanelDataException.class);
  }
}
