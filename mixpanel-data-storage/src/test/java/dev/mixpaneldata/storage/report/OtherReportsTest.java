package dev.mixpaneldata.storage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mixpaneldata.report.ActivityFeedRequest;
import dev.mixpaneldata.report.ActivityFeedResult;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.CoverageRequest;
import dev.mixpaneldata.report.CoverageResult;
import dev.mixpaneldata.report.DailyCountsRequest;
import dev.mixpaneldata.report.DailyCountsResult;
import dev.mixpaneldata.report.DistributionRequest;
import dev.mixpaneldata.report.DistributionResult;
import dev.mixpaneldata.report.EngagementRequest;
import dev.mixpaneldata.report.EngagementResult;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.report.FrequencyRequest;
import dev.mixpaneldata.report.NumericBucketsRequest;
import dev.mixpaneldata.report.NumericSeriesRequest;
import dev.mixpaneldata.report.NumericSummaryRequest;
import dev.mixpaneldata.report.NumericSummaryResult;
import dev.mixpaneldata.report.PropertyCountsRequest;
import dev.mixpaneldata.report.UserEvent;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.HourOrDay;
import dev.mixpaneldata.value.Json;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherReportsTest {
  private static final DateRange DAYS = DateRange.of("2026-01-05", "2026-01-06");

  @TempDir Path folder;
  private TestingTable table;

  @BeforeEach
  void emptyTable() {
    table = new TestingTable(folder, "2026-01-01", "2026-01-31");
  }

  private void buys() {
    table
        .event("Buy", "a", "2026-01-05T10:00:00", "\"amount\":5,\"tags\":[\"x\",\"y\",\"x\"]")
        .event("Buy", "a", "2026-01-05T12:00:00", "\"amount\":7.5,\"tags\":[]")
        .event("Buy", "b", "2026-01-05T12:30:00", "\"amount\":\"12\",\"tags\":\"x\"")
        .event("Buy", "b", "2026-01-06T12:30:00", "\"amount\":-0.5,\"tags\":[1,null]")
        .event("View", "b", "2026-01-06T12:30:00")
        .event("$hotshard_events", "b", "2026-01-06T12:30:00");
  }

  @Test
  void whatIsNoNumberCountsAsZeroInSumsAndAverages() {
    buys();
    NumericSeriesRequest request = NumericSeriesRequest.of("Buy", DAYS, "amount");

    assertThat(table.reports().segmentationSum(request).results())
        .containsExactly(Map.entry("2026-01-05", 12.5), Map.entry("2026-01-06", -0.5));
    assertThat(table.reports().segmentationAverage(request).results())
        .containsExactly(Map.entry("2026-01-05", 12.5 / 3), Map.entry("2026-01-06", -0.5));
    assertThat(
            table
                .reports()
                .segmentationSum(
                    NumericSeriesRequest.of("Buy", DAYS, "number(properties[\"amount\"])"))
                .results())
        .containsEntry("2026-01-05", 24.5);
    assertThat(
            table
                .reports()
                .segmentationAverage(NumericSeriesRequest.of("None", DAYS, "amount"))
                .results())
        .containsEntry("2026-01-05", null);
  }

  @Test
  void elementsOfListsAreSegmentsAndCountOnceEach() {
    buys();
    assertThat(
            table
                .reports()
                .propertyCounts(
                    PropertyCountsRequest.of(
                        "Buy", "tags", DateRange.of("2026-01-05", "2026-01-05")))
                .series())
        .containsOnly(
            Map.entry("x", Map.of("2026-01-05", 2L)),
            Map.entry("y", Map.of("2026-01-05", 1L)),
            Map.entry("undefined", Map.of("2026-01-05", 1L)));
    assertThat(
            table
                .reports()
                .propertyCounts(
                    PropertyCountsRequest.of(
                        "Buy", "tags", DateRange.of("2026-01-06", "2026-01-06")))
                .series()
                .keySet())
        .containsExactlyInAnyOrder("1", "null");
  }

  @Test
  void numbersFallIntoRangesOfEqualWidth() {
    for (int i = 0; i < 40; i++) {
      table.event("Buy", "u", "2026-01-05T10:00:00", "\"amount\":" + i * 100);
    }
    assertThat(
            table
                .reports()
                .segmentationNumeric(NumericBucketsRequest.of("Buy", DAYS, "amount"))
                .series())
        .hasSize(8)
        .containsEntry("0 - 500", Map.of("2026-01-05", 5L, "2026-01-06", 0L))
        .containsEntry("3,500 - 4,000", Map.of("2026-01-05", 5L, "2026-01-06", 0L));
  }

  @Test
  void eventsAreCountedByNameWithZeros() {
    buys();
    assertThat(
            table
                .reports()
                .eventCounts(
                    new EventCountsRequest(
                        List.of("Buy", "None"), DAYS, BucketUnit.DAY, CountType.UNIQUE))
                .series())
        .containsExactly(
            Map.entry("Buy", Map.of("2026-01-05", 2L, "2026-01-06", 1L)),
            Map.entry("None", Map.of("2026-01-05", 0L, "2026-01-06", 0L)));
  }

  @Test
  void hotShardEventsCountOnlyWhereTheyAreNamed() {
    buys();
    assertThat(table.reports().dailyCounts(DailyCountsRequest.of(DAYS)).counts())
        .extracting(DailyCountsResult.DailyCount::event, DailyCountsResult.DailyCount::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Buy", 3L),
            org.assertj.core.groups.Tuple.tuple("View", 0L),
            org.assertj.core.groups.Tuple.tuple("Buy", 1L),
            org.assertj.core.groups.Tuple.tuple("View", 1L));
    assertThat(
            table
                .reports()
                .dailyCounts(new DailyCountsRequest(DAYS, List.of("$hotshard_events")))
                .counts())
        .hasSize(2)
        .last()
        .extracting(DailyCountsResult.DailyCount::count)
        .isEqualTo(1L);
  }

  /** As in the frequency reference: place i holds users active in at least i+1 hours. */
  @Test
  void activeHoursAreCountedByAtLeast() {
    table
        .event("E", "three", "2026-01-05T10:00:00")
        .event("E", "three", "2026-01-05T10:59:00")
        .event("E", "three", "2026-01-05T11:00:00")
        .event("E", "three", "2026-01-05T23:00:00")
        .event("E", "one", "2026-01-05T23:00:00")
        .event("E", "one", "2026-01-05T23:01:00");
    Map<String, List<Long>> data = table.reports().frequency(FrequencyRequest.of(DAYS)).data();

    assertThat(data.get("2026-01-05")).hasSize(24).startsWith(2L, 1L, 1L, 0L);
    assertThat(data.get("2026-01-06")).containsOnly(0L);
    assertThat(
            table
                .reports(scope -> scope.zone(ZoneId.of("Asia/Tokyo")))
                .frequency(FrequencyRequest.of(DAYS, CalendarUnit.WEEK, HourOrDay.DAY))
                .data())
        .containsExactly(Map.entry("2026-01-05", List.of(2L, 1L, 0L, 0L, 0L, 0L, 0L)));
  }

  @Test
  void theFeedGivesTheLatestEventsOldestFirst() {
    buys();
    ActivityFeedResult feed =
        table
            .reports()
            .activityFeed(new ActivityFeedRequest(List.of("a"), java.util.Optional.of(DAYS), 1));

    assertThat(feed.totalEvents()).isEqualTo(2);
    assertThat(feed.truncated()).isTrue();
    assertThat(feed.events())
        .extracting(UserEvent::event, e -> e.time().orElseThrow())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Buy", TestingTable.at("2026-01-05T12:00:00")));
  }

  @Test
  void valuesKeepTheirTypes() {
    buys();
    table.event("Buy", "c", "2026-01-05T10:00:00", "\"amount\":5.0");
    table.event("Buy", "c", "2026-01-05T10:00:00", "\"amount\":null");
    table.event("Buy", "c", "2026-01-05T10:00:00");
    DistributionResult result =
        table.reports().distribution(DistributionRequest.of("Buy", "amount", DAYS));

    assertThat(result.totalCount()).isEqualTo(7);
    assertThat(result.values())
        .extracting(DistributionResult.ValueCount::value, DistributionResult.ValueCount::count)
        .startsWith(
            org.assertj.core.groups.Tuple.tuple(5L, 2L),
            org.assertj.core.groups.Tuple.tuple(null, 2L))
        .contains(org.assertj.core.groups.Tuple.tuple("12", 1L));
    assertThat(table.reports().distribution(DistributionRequest.of("Buy", "tags", DAYS)).values())
        .extracting(DistributionResult.ValueCount::value)
        .contains(new Json("[\"x\",\"y\",\"x\"]"), "x");
  }

  @Test
  void valuesOfOneCountHaveAnOrderByTypeAndSize() {
    List<String> values =
        List.of("10", "9", "1e300", "\"9\"", "\"\\u0007\"", "\"\u2028 \"", "\"\uD83C\uDF3B\"")
            .stream()
            .map(v -> "\"v\":" + v)
            .toList();
    table
        .event("E", "u", "2026-01-05T10:00:00")
        .event("E", "u", "2026-01-05T10:00:00", "\"v\":[1]")
        .event("E", "u", "2026-01-05T10:00:00", "\"v\":true")
        .event("E", "u", "2026-01-05T10:00:00", "\"v\":\"\uFFFD\"")
        .event("E", "u", "2026-01-05T10:00:00", "\"v\":9007199254740993");
    values.forEach(v -> table.event("E", "u", "2026-01-05T10:00:00", v));

    assertThat(table.reports().distribution(new DistributionRequest("E", "v", DAYS, 20)).values())
        .extracting(DistributionResult.ValueCount::value)
        .containsExactly(
            true,
            9L,
            10L,
            9007199254740992L,
            1e300,
            "\u0007",
            "9",
            "\u2028 ",
            "\uFFFD",
            "\uD83C\uDF3B",
            new Json("[1]"),
            null);
  }

  @Test
  void numbersAreSummedUp() {
    buys();
    NumericSummaryResult result =
        table.reports().numericSummary(NumericSummaryRequest.of("Buy", "amount", DAYS));

    assertThat(result.count()).isEqualTo(3);
    assertThat(result.sum()).contains(12.0);
    assertThat(result.avg()).contains(4.0);
    assertThat(result.percentiles()).containsEntry(50, 5.0);
    assertThat(result.stddev().orElseThrow()).isCloseTo(3.3416, within(0.0001));
    assertThat(
            table.reports().numericSummary(NumericSummaryRequest.of("View", "amount", DAYS)).min())
        .isEmpty();
  }

  @Test
  void usersAreGroupedByTheirEvents() {
    buys();
    EngagementResult result = table.reports().engagement(EngagementRequest.of(DAYS));

    assertThat(result.totalUsers()).isEqualTo(2);
    assertThat(result.buckets().get(1).userCount()).isEqualTo(2);
  }

  @Test
  void coverageCountsWhatIsSetToMoreThanNull() {
    buys();
    table.event("Buy", "c", "2026-01-05T10:00:00", "\"amount\":null");
    assertThat(
            table
                .reports()
                .coverage(new CoverageRequest("Buy", List.of("amount", "none"), DAYS))
                .coverage())
        .containsExactly(
            new CoverageResult.PropertyCoverage("amount", 4, 1, 80.0),
            new CoverageResult.PropertyCoverage("none", 0, 5, 0.0));
  }
}
