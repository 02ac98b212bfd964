package dev.mixpaneldata.wire;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.report.NumericBucketsRequest;
import dev.mixpaneldata.report.NumericSeriesRequest;
import dev.mixpaneldata.report.NumericSeriesResult;
import dev.mixpaneldata.report.PropertyCountsRequest;
import dev.mixpaneldata.report.PropertyCountsResult;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SegmentationResult;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.HourOrDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeriesReportsTest extends WireTestCase {
  private static final DateRange THREE_DAYS = DateRange.of("2026-01-05", "2026-01-07");

  @Test
  void segmentationAsksForDaysAndFillsThoseWithoutEvents() {
    answer(
        "/query/segmentation",
        """
        {"data": {"series": ["2026-01-07", "2026-01-05"],
          "values": {"Sign up": {"2026-01-07": "37", "2026-01-05": 40}}}, "legend_size": 1,
          "something": "new"}
        """);
    SegmentationResult result =
        workspace.reports().segmentation(SegmentationRequest.of("Sign up", THREE_DAYS));
    assertThat(sent("GET /api/query/segmentation"))
        .containsOnly(
            entry("project_id", "12345"),
            entry("event", "Sign up"),
            entry("from_date", "2026-01-05"),
            entry("to_date", "2026-01-07"),
            entry("unit", "day"),
            entry("type", "general"));
    assertThat(result.series())
        .containsExactly(
            entry("Sign up", Map.of("2026-01-05", 40L, "2026-01-06", 0L, "2026-01-07", 37L)));
    assertThat(List.copyOf(result.series().get("Sign up").keySet())).isSorted();
    assertThat(result.total()).contains(77L);
    assertThat(result.raw().orElseThrow().text()).contains("\"something\": \"new\"");
    assertThat(result.cells()).first().isEqualTo(List.of("2026-01-05", "Sign up", 40L));
  }

  @Test
  void aBareNameToSplitByBecomesAnAccessor() {
    answer(
        "/query/segmentation",
        """
        {"data": {"series": ["2026-01-05"], "values": {
          "CA": {"2026-01-05": 2}, "US": {"2026-01-05": 9}, "$overall": {"2026-01-05": 11}}}}
        """);
    SegmentationRequest request =
        SegmentationRequest.of("Buy", THREE_DAYS)
            .with(
                r ->
                    r.on("country")
                        .where("properties[\"plan\"] == \"pro\" and properties[\"a b\"] > 1")
                        .limit(2));
    SegmentationResult result = workspace.reports().segmentation(request);
    assertThat(sent("GET /api/query/segmentation"))
        .containsEntry("on", "properties[\"country\"]")
        .containsEntry("where", "properties[\"plan\"] == \"pro\" and properties[\"a b\"] > 1")
        .containsEntry("limit", "2");
    assertThat(result.series().keySet()).containsExactly("US", "CA");
    assertThat(result.total()).contains(11L);
    assertThat(result.segmentProperty()).contains("country");
  }

  @Test
  void aFilterAsPeopleWriteItIsSentInMixpanelsLanguage() {
    answer(
        "/query/segmentation",
        """
        {"data": {"series": ["2026-01-05"], "values": {"Buy": {"2026-01-05": 2}}}}
        """);
    workspace
        .reports()
        .segmentation(SegmentationRequest.of("Buy", THREE_DAYS).with(r -> r.where("plan = 'pro'")));
    assertThat(sent("GET /api/query/segmentation"))
        .containsEntry("where", "properties[\"plan\"] == \"pro\"");
  }

  @Test
  void usersOfDaysAreNotAddedUpToATotal() {
    answer(
        "/query/segmentation",
        """
        {"data": {"series": [], "values": {"Buy": {"2026-01-05": 3, "2026-01-06": 3}}}}
        """);
    SegmentationResult result =
        workspace
            .reports()
            .segmentation(
                SegmentationRequest.of("Buy", THREE_DAYS).with(r -> r.type(CountType.UNIQUE)));
    assertThat(result.total()).isEmpty();
    assertThat(result.sumOfBucketUniques()).contains(6L);
  }

  @Test
  void weeksAreNamedAsMixpanelNamesThem() {
    answer(
        "/query/segmentation",
        """
        {"data": {"series": ["2025-12-29", "2026-01-05"], "values": {"Buy": {"2026-01-05": 1}}}}
        """);
    SegmentationResult result =
        workspace
            .reports()
            .segmentation(
                SegmentationRequest.of("Buy", DateRange.of("2026-01-01", "2026-01-09"))
                    .with(r -> r.unit(BucketUnit.WEEK)));
    assertThat(sent("GET /api/query/segmentation")).containsEntry("unit", "week");
    assertThat(result.series().get("Buy")).isEqualTo(Map.of("2025-12-29", 0L, "2026-01-05", 1L));
  }

  @Test
  void hoursAreNamedAsIsoTimes() {
    answer(
        "/query/segmentation",
        """
        {"data": {"series": ["2026-01-05 13:00:00", "2026-01-05T14:00:00-08:00"],
          "values": {"Buy": {"2026-01-05 13:00:00": 1}}}}
        """);
    SegmentationResult result =
        workspace
            .reports()
            .segmentation(
                SegmentationRequest.of("Buy", THREE_DAYS).with(r -> r.unit(BucketUnit.HOUR)));
    assertThat(result.series().get("Buy"))
        .isEqualTo(Map.of("2026-01-05T13:00:00", 1L, "2026-01-05T14:00:00", 0L));
  }

  @Test
  void eventsOfSeveralDaysAreAddedHereBecauseMixpanelDoesItForUsersOnly() {
    answer(
        "/query/segmentation",
        """
        {"data": {"series": [], "values": {
          "Buy": {"2026-01-05": 1, "2026-01-06": 2, "2026-01-07": 4}}}}
        """);
    SegmentationResult result =
        workspace
            .reports()
            .segmentation(SegmentationRequest.of("Buy", THREE_DAYS).with(r -> r.interval(2)));
    assertThat(sent("GET /api/query/segmentation"))
        .containsEntry("unit", "day")
        .doesNotContainKey("interval");
    assertThat(result.series().get("Buy")).isEqualTo(Map.of("2026-01-05", 3L, "2026-01-07", 4L));
  }

  @Test
  void usersOfSeveralDaysAreAskedForByInterval() {
    answer("/query/segmentation", "{\"data\": {\"series\": [], \"values\": {}}}");
    SegmentationResult result =
        workspace
            .reports()
            .segmentation(
                SegmentationRequest.of("Buy", THREE_DAYS)
                    .with(r -> r.interval(2).type(CountType.UNIQUE)));
    assertThat(sent("GET /api/query/segmentation"))
        .containsEntry("interval", "2")
        .containsEntry("type", "unique")
        .doesNotContainKey("unit");
    assertThat(result.series().get("Buy")).isEqualTo(Map.of("2026-01-05", 0L, "2026-01-07", 0L));
  }

  @Test
  void anEmptyProjectHasZerosAndNoError() {
    answer("/query/segmentation", "{\"data\": {\"series\": [], \"values\": {}}}");
    SegmentationResult result =
        workspace.reports().segmentation(SegmentationRequest.of("Buy", THREE_DAYS));
    assertThat(result.series().get("Buy").values()).containsExactly(0L, 0L, 0L);
    assertThat(result.total()).contains(0L);
  }

  @Test
  void anExpressionWithAMistakeCostsNoQuery() {
    assertThatThrownBy(
            () ->
                SegmentationRequest.of("Buy", THREE_DAYS)
                    .with(r -> r.where("properties[\"plan\"] =")))
        .isInstanceOf(MixpanelDataException.class)
        .hasMessageStartingWith("where: ");
    assertThat(requests()).isEmpty();
  }

  @Test
  void rangesOfValuesStandInOrderOfTheirLowerEnd() {
    answer(
        "/query/segmentation/numeric",
        """
        {"data": {"series": ["2026-01-05"], "values": {
          "1,000 - 1,100": {"2026-01-05": 2}, "0 - 100": {}, "200 - 300": {"2026-01-05": 5},
          "-100 - 0": {"2026-01-05": 1}}}}
        """);
    NumericBucketsRequest request = NumericBucketsRequest.of("Buy", THREE_DAYS, "amount");
    assertThat(workspace.reports().segmentationNumeric(request).series().keySet())
        .containsExactly("-100 - 0", "0 - 100", "200 - 300", "1,000 - 1,100");
    assertThat(sent("GET /api/query/segmentation/numeric"))
        .containsEntry("on", "properties[\"amount\"]")
        .containsEntry("unit", "day")
        .containsEntry("type", "general");
  }

  @Test
  void theNumberOfRangesIsSentWhereGiven() {
    answer("/query/segmentation/numeric", "{\"data\": {\"series\": [], \"values\": {}}}");
    workspace
        .reports()
        .segmentationNumeric(
            new NumericBucketsRequest(
                "Buy",
                THREE_DAYS,
                "number(properties[\"ms\"])",
                HourOrDay.HOUR,
                Optional.empty(),
                CountType.UNIQUE,
                Optional.of(12)));
    assertThat(sent("GET /api/query/segmentation/numeric"))
        .containsEntry("buckets", "12")
        .containsEntry("unit", "hour")
        .containsEntry("type", "unique")
        .containsEntry("on", "number(properties[\"ms\"])");
  }

  @Test
  void aSumOfNothingIsZeroAndAnAverageOfNothingIsAbsent() {
    String body =
        """
        {"status": "ok", "computed_at": "2026-01-07T23:02:11.666218+00:00",
         "results": {"2026-01-06": 7.5, "2026-01-05": "3"}}
        """;
    answer("/query/segmentation/sum", body);
    answer("/query/segmentation/average", body);
    NumericSeriesRequest request = NumericSeriesRequest.of("Buy", THREE_DAYS, "amount");
    NumericSeriesResult sum = workspace.reports().segmentationSum(request);
    NumericSeriesResult average = workspace.reports().segmentationAverage(request);
    assertThat(sum.results())
        .containsExactly(
            entry("2026-01-05", 3.0), entry("2026-01-06", 7.5), entry("2026-01-07", 0.0));
    assertThat(sum.computedAt()).contains("2026-01-07T23:02:11.666218+00:00");
    assertThat(average.results())
        .containsEntry("2026-01-07", null)
        .containsEntry("2026-01-06", 7.5);
    assertThat(sent("GET /api/query/segmentation/average", requests().get(1)))
        .containsOnly(
            entry("project_id", "12345"),
            entry("event", "Buy"),
            entry("from_date", "2026-01-05"),
            entry("to_date", "2026-01-07"),
            entry("on", "properties[\"amount\"]"),
            entry("unit", "day"));
  }

  @Test
  void severalEventsAreAJsonListAndKeepTheirOrder() {
    answer(
        "/query/events",
        """
        {"data": {"series": ["2026-01-05"], "values": {"A": {"2026-01-05": 6}}}, "legend_size": 1}
        """);
    List<String> names = List.of("Z \"quoted\" & more", "A");
    assertThat(
            workspace
                .reports()
                .eventCounts(EventCountsRequest.of(names, THREE_DAYS))
                .series()
                .keySet())
        .containsExactlyElementsOf(names);
    assertThat(sent("GET /api/query/events"))
        .containsEntry("event", "[\"Z \\\"quoted\\\" & more\",\"A\"]")
        .containsEntry("unit", "day")
        .containsEntry("type", "general");
  }

  @Test
  void averagesAreNumbersWithFractions() {
    answer("/query/events", "{\"data\": {\"values\": {\"A\": {\"2026-01-05\": 1.5}}}}");
    assertThat(
            workspace
                .reports()
                .eventCounts(
                    new EventCountsRequest(
                        List.of("A"), THREE_DAYS, BucketUnit.DAY, CountType.AVERAGE))
                .series()
                .get("A"))
        .isEqualTo(Map.of("2026-01-05", 1.5, "2026-01-06", 0.0, "2026-01-07", 0.0));
  }

  @Test
  void usersByHourAreRefusedHere() {
    assertThatThrownBy(
            () ->
                new EventCountsRequest(List.of("A"), THREE_DAYS, BucketUnit.HOUR, CountType.UNIQUE))
        .isInstanceOf(MixpanelDataException.class);
  }

  @Test
  void propertyCountsSendsALimitOnlyWhereNoValuesAreChosen() {
    answer(
        "/query/events/properties",
        """
        {"data": {"series": ["2026-01-05"], "values": {
          "free": {"2026-01-05": 1}, "pro": {"2026-01-05": 3}}}}
        """);
    PropertyCountsResult ranked =
        workspace.reports().propertyCounts(PropertyCountsRequest.of("Buy", "plan", THREE_DAYS));
    assertThat(ranked.series().keySet()).containsExactly("pro", "free");
    assertThat(sent("GET /api/query/events/properties"))
        .containsEntry("name", "plan")
        .containsEntry("limit", "10")
        .doesNotContainKey("values");
    workspace
        .reports()
        .propertyCounts(
            new PropertyCountsRequest(
                "Buy",
                "plan",
                THREE_DAYS,
                BucketUnit.DAY,
                CountType.GENERAL,
                List.of("free", "gold"),
                10));
    assertThat(sent("GET /api/query/events/properties", requests().get(1)))
        .containsEntry("values", "[\"free\",\"gold\"]")
        .doesNotContainKey("limit");
  }
}
