package dev.mixpaneldata.storage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.CoverageRequest;
import dev.mixpaneldata.report.DailyCountsRequest;
import dev.mixpaneldata.report.DistributionRequest;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.report.NumericSeriesRequest;
import dev.mixpaneldata.report.NumericSummaryRequest;
import dev.mixpaneldata.report.PropertyCountsRequest;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SegmentationResult;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reports say beside their numbers, so that nobody takes these for something else. */
class SpokenReportsTest {
  private static final DateRange DAYS = DateRange.of("2026-01-05", "2026-01-06");

  @TempDir Path folder;
  private TestingTable table;
  private final List<String> said = new ArrayList<>();
  private final List<Long> cohorts = new ArrayList<>();

  @BeforeEach
  void fill() {
    table =
        new TestingTable(folder, "2026-01-01", "2026-01-31")
            .event(
                "Buy", "a", "2026-01-05T10:00:00", "\"amount\":5,\"currency\":\"EUR\",\"plan\":1")
            .event(
                "Buy", "b", "2026-01-05T11:00:00", "\"amount\":6,\"currency\":\"USD\",\"plan\":2")
            .event(
                "Buy", "b", "2026-01-06T11:00:00", "\"amount\":7,\"currency\":\"USD\",\"plan\":3")
            .event("Visit", "c", "2026-01-06T11:00:00", "\"currency\":\"EUR\",\"amount\":1");
  }

  private Reports reports() {
    said.clear();
    return table.reports(scope -> scope.listener(listener()));
  }

  private ReportListener listener() {
    return new ReportListener() {
      @Override
      public void warning(String text) {
        said.add(text);
      }

      @Override
      public void cohort(long users) {
        cohorts.add(users);
      }
    };
  }

  @Test
  void segmentsBeyondTheLimitAreCountedAndBelongToTheTotal() {
    SegmentationResult result =
        reports()
            .segmentation(SegmentationRequest.of("Buy", DAYS).with(r -> r.on("plan").limit(1)));
    assertThat(result.series()).hasSize(1);
    assertThat(result.total()).contains(3L);
    assertThat(result.segmentCount()).contains(3L);
    assertThat(result.otherEvents()).contains(2L);
    assertThat(result.notes())
        .containsExactly("1 of 3 segments are shown; the others have 2 events.");
  }

  @Test
  void aPropertyThatNoEventHasIsSaidInEveryReport() {
    List<Consumer<Reports>> all =
        List.of(
            r -> r.segmentation(SegmentationRequest.of("Buy", DAYS).with(q -> q.on("amout"))),
            r ->
                r.segmentation(
                    SegmentationRequest.of("Buy", DAYS)
                        .with(q -> q.where("properties[\"amout\"] > 3"))),
            r -> r.segmentationSum(NumericSeriesRequest.of("Buy", DAYS, "amout")),
            r -> r.segmentationAverage(NumericSeriesRequest.of("Buy", DAYS, "amout")),
            r -> r.numericSummary(NumericSummaryRequest.of("Buy", "amout", DAYS)),
            r -> r.distribution(DistributionRequest.of("Buy", "amout", DAYS)),
            r -> r.propertyCounts(PropertyCountsRequest.of("Buy", "amout", DAYS)),
            r -> r.coverage(new CoverageRequest("Buy", List.of("amout"), DAYS)));
    for (Consumer<Reports> report : all) {
      report.accept(reports());
      assertThat(said)
          .contains("None of these events has a property 'amout'. Did you mean amount?");
    }
  }

  @Test
  void aPropertyThatEventsHaveIsNotSpokenOf() {
    reports().distribution(DistributionRequest.of("Visit", "amount", DAYS));
    assertThat(said).isEmpty();
    reports().distribution(DistributionRequest.of("Visit", "plan", DAYS));
    assertThat(said).containsExactly("None of these events has a property 'plan'.");
    reports().distribution(DistributionRequest.of("None", "plan", DAYS));
    assertThat(said).as("there are no events").noneMatch(text -> text.contains("property"));
  }

  @Test
  void aSumOfSeveralCurrenciesIsSaidToBeOne() {
    reports().segmentationSum(NumericSeriesRequest.of("Buy", DAYS, "amount"));
    assertThat(said).singleElement().asString().contains("'currency' (USD 2, EUR 1)");
    reports().numericSummary(NumericSummaryRequest.of("Buy", "amount", DAYS));
    assertThat(said).hasSize(1);
    reports().segmentationSum(NumericSeriesRequest.of("Visit", DAYS, "amount"));
    assertThat(said).isEmpty();
  }

  @Test
  void theSizeOfACohortIsSaid() {
    table
        .reports(scope -> scope.listener(listener()).cohort(Cohort.parse("did Buy")))
        .segmentation(SegmentationRequest.of("Buy", DAYS));
    table
        .reports(scope -> scope.listener(listener()).cohort(Cohort.parse("did not Buy")))
        .segmentation(SegmentationRequest.of("Visit", DAYS));
    table
        .reports(
            scope ->
                scope
                    .listener(listener())
                    .cohort(Cohort.parse("did Buy from 2026-01-06 to 2026-01-06")))
        .segmentation(SegmentationRequest.of("Buy", DAYS));
    assertThat(cohorts).containsExactly(2L, 1L, 1L);
  }

  @Test
  void eventsThatMixpanelComputesAreLeftOutOfSeveralUnlessTheTableHasThem() {
    EventCountsRequest request = EventCountsRequest.of(List.of("Buy", "$session_start"), DAYS);
    assertThat(reports().eventCounts(request).series()).containsOnlyKeys("Buy");
    assertThat(said).singleElement().asString().contains("'$session_start' is left out");
    reports().dailyCounts(new DailyCountsRequest(DAYS, List.of("Buy", "$session_end")));
    assertThat(said).singleElement().asString().contains("'$session_end' is left out");
    assertThatThrownBy(
            () -> reports().eventCounts(EventCountsRequest.of(List.of("$session_start"), DAYS)))
        .hasMessageContaining("computed by Mixpanel");
  }

  @Test
  void eventsOfSuchANameThatTheTableHasCount() {
    table.event("$session_start", "a", "2026-01-05T09:00:00");
    assertThat(reports().segmentation(SegmentationRequest.of("$session_start", DAYS)).total())
        .contains(1L);
    assertThat(said).singleElement().asString().contains("Mixpanel computes '$session_start'");
  }
}
