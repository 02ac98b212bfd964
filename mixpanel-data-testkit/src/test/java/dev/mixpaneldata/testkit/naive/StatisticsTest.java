package dev.mixpaneldata.testkit.naive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.report.ActivityFeedRequest;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.CoverageRequest;
import dev.mixpaneldata.report.CoverageResult.PropertyCoverage;
import dev.mixpaneldata.report.DailyCountsRequest;
import dev.mixpaneldata.report.DailyCountsResult.DailyCount;
import dev.mixpaneldata.report.DistributionRequest;
import dev.mixpaneldata.report.DistributionResult.ValueCount;
import dev.mixpaneldata.report.EngagementRequest;
import dev.mixpaneldata.report.NumericBucketsRequest;
import dev.mixpaneldata.report.NumericSeriesRequest;
import dev.mixpaneldata.report.NumericSummaryRequest;
import dev.mixpaneldata.report.NumericSummaryResult;
import dev.mixpaneldata.report.UserEvent;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.HourOrDay;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  private static final DateRange DAYS = DateRange.of("2026-01-05", "2026-01-06");

  /** Prices 5, 1050, "5", nothing on Monday; 10 with a list on Tuesday. */
  private final EventScript story =
      new EventScript()
          .event("ann", "Buy", "2026-01-05T10:00:00Z", "{\"price\":5}")
          .event("ann", "Buy", "2026-01-05T11:00:00Z", "{\"price\":1050}")
          .event("bob", "Buy", "2026-01-05T12:00:00Z", "{\"price\":\"5\"}")
          .event("bob", "Buy", "2026-01-05T13:00:00Z", "{\"price\":null}")
          .event("", "Buy", "2026-01-06T10:00:00Z", "{\"price\":10.0,\"tags\":[1]}")
          .event("ann", "Open", "2026-01-06T11:00:00Z");

  @Test
  void whatIsNoNumberCountsAsZeroInSumsAndAverages() {
    NumericSeriesRequest price = NumericSeriesRequest.of("Buy", DAYS, "price");
    assertThat(story.reports().segmentationSum(price).results())
        .isEqualTo(Map.of("2026-01-05", 1055.0, "2026-01-06", 10.0));
    assertThat(story.reports().segmentationAverage(price).results())
        .isEqualTo(Map.of("2026-01-05", 263.75, "2026-01-06", 10.0));
    NumericSeriesRequest cast =
        NumericSeriesRequest.of("Buy", DAYS, "number(properties[\"price\"])");
    assertThat(story.reports().segmentationSum(cast).results()).containsEntry("2026-01-05", 1060.0);
  }

  @Test
  void withoutEventsASumIsZeroAndAnAverageNothing() {
    NumericSeriesRequest none = NumericSeriesRequest.of("Nothing", DAYS, "price");
    assertThat(story.reports().segmentationSum(none).results())
        .containsEntry("2026-01-05", 0.0)
        .hasSize(2);
    assertThat(story.reports().segmentationAverage(none).results())
        .containsEntry("2026-01-05", null)
        .hasSize(2);
  }

  @Test
  void rangesOfNumbersAreRoundAndAllThere() {
    // 5 to 1050: 12 ranges suffice from a width of 100 on, as in Mixpanel's sample.
    var result =
        story.reports().segmentationNumeric(NumericBucketsRequest.of("Buy", DAYS, "price"));
    assertThat(result.series()).hasSize(11);
    assertThat(result.series())
        .containsEntry("0 - 100", Map.of("2026-01-05", 1L, "2026-01-06", 1L))
        .containsEntry("900 - 1,000", Map.of("2026-01-05", 0L, "2026-01-06", 0L))
        .containsEntry("1,000 - 1,100", Map.of("2026-01-05", 1L, "2026-01-06", 0L));
  }

  @Test
  void rangesIncludeTheirLowerEnd() {
    EventScript sizes = new EventScript();
    for (String size : List.of("-0.5", "0", "0.25", "0.5", "1")) {
      sizes.event("u", "Buy", "2026-01-05T10:00:00Z", "{\"price\":" + size + "}");
    }
    NumericBucketsRequest fewer =
        new NumericBucketsRequest(
            "Buy",
            DateRange.of("2026-01-05", "2026-01-05"),
            "price",
            HourOrDay.DAY,
            Optional.empty(),
            CountType.GENERAL,
            Optional.of(4));
    assertThat(sizes.reports().segmentationNumeric(fewer).series())
        .isEqualTo(
            Map.of(
                "-0.5 - 0", Map.of("2026-01-05", 1L),
                "0 - 0.5", Map.of("2026-01-05", 2L),
                "0.5 - 1", Map.of("2026-01-05", 1L),
                "1 - 1.5", Map.of("2026-01-05", 1L)));
    NumericBucketsRequest one =
        new NumericBucketsRequest(
            "Buy",
            DateRange.of("2026-01-05", "2026-01-05"),
            "price",
            HourOrDay.DAY,
            Optional.empty(),
            CountType.UNIQUE,
            Optional.of(1));
    assertThat(sizes.reports().segmentationNumeric(one).series())
        .as("zero is always an end")
        .isEqualTo(Map.of("-2 - 0", Map.of("2026-01-05", 1L), "0 - 2", Map.of("2026-01-05", 1L)));
  }

  @Test
  void aDistributionTellsTypesApartAndCountsWhatIsNotSet() {
    assertThat(story.reports().distribution(DistributionRequest.of("Buy", "price", DAYS)).values())
        .containsExactly(
            ValueCount.of(5L, 1, 5),
            ValueCount.of(10L, 1, 5),
            ValueCount.of(1050L, 1, 5),
            ValueCount.of("5", 1, 5),
            ValueCount.of(null, 1, 5));
    assertThat(
            story.reports().distribution(new DistributionRequest("Buy", "tags", DAYS, 1)).values())
        .containsExactly(ValueCount.of(null, 4, 5));
  }

  @Test
  void aSummaryOfNumbersHasItsPercentilesOnStraightLines() {
    // 5, 10, 1050: mean 355; squares 350² + 345² + 695² = 724,550. A quarter lies between 5 and 10.
    NumericSummaryResult summary =
        story
            .reports()
            .numericSummary(new NumericSummaryRequest("Buy", "price", DAYS, List.of(25, 50, 99)));
    assertThat(summary.count()).isEqualTo(3);
    assertThat(summary.min()).contains(5.0);
    assertThat(summary.max()).contains(1050.0);
    assertThat(summary.sum()).contains(1065.0);
    assertThat(summary.avg()).contains(355.0);
    assertThat(summary.stddev()).contains(Math.sqrt(724_550 / 3.0));
    assertThat(summary.percentiles()).containsEntry(25, 7.5).containsEntry(50, 10.0);
    assertThat(
            story.reports().numericSummary(NumericSummaryRequest.of("Open", "price", DAYS)).avg())
        .isEmpty();
  }

  @Test
  void dailyCountsAreDense() {
    LocalDate monday = LocalDate.of(2026, 1, 5);
    LocalDate tuesday = LocalDate.of(2026, 1, 6);
    assertThat(story.reports().dailyCounts(DailyCountsRequest.of(DAYS)).counts())
        .containsExactly(
            new DailyCount(monday, "Buy", 4),
            new DailyCount(monday, "Open", 0),
            new DailyCount(tuesday, "Buy", 1),
            new DailyCount(tuesday, "Open", 1));
  }

  @Test
  void usersAreInTheHighestGroupTheyReach() {
    // Ann has 3 events, Bob 2; nobody's event is no user's.
    var result =
        story.reports().engagement(new EngagementRequest(DAYS, List.of(), List.of(1, 3, 5)));
    assertThat(result.totalUsers()).isEqualTo(2);
    assertThat(result.buckets())
        .extracting(bucket -> bucket.bucketLabel() + ": " + bucket.userCount())
        .containsExactly("1-2: 1", "3-4: 1", "5+: 0");
  }

  @Test
  void nullIsNotSet() {
    assertThat(
            story
                .reports()
                .coverage(new CoverageRequest("Buy", List.of("price", "tags", "none"), DAYS))
                .coverage())
        .containsExactly(
            new PropertyCoverage("price", 4, 1, 80),
            new PropertyCoverage("tags", 1, 4, 20),
            new PropertyCoverage("none", 0, 5, 0));
  }

  @Test
  void theActivityOfUsersIsTheLatestOfTheirEvents() {
    var result =
        story
            .reports()
            .activityFeed(
                ActivityFeedRequest.of(List.of("ann", "bob"), DAYS).with(r -> r.limit(2)));
    assertThat(result.events()).extracting(UserEvent::event).containsExactly("Buy", "Open");
    assertThat(result.events().get(0).properties()).isEqualTo(new Json("{\"price\":null}"));
    assertThat(result.totalEvents()).isEqualTo(5);
    assertThat(result.truncated()).isTrue();
  }
}
