package dev.mixpaneldata.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.saved.DefinitionRequest;
import dev.mixpaneldata.report.saved.SavedFlowsRequest;
import dev.mixpaneldata.report.saved.SavedFlowsResult;
import dev.mixpaneldata.report.saved.SavedReportRequest;
import dev.mixpaneldata.report.saved.SavedReportResult;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedReportsTest extends WireTestCase {
  private static final String INSIGHTS =
      """
      {"computed_at": "2026-01-08T10:00:00+00:00",
       "date_range": {"from_date": "2026-01-01T00:00:00-08:00", "to_date": "2026-01-07T23:59:59-08:00"},
       "headers": ["$metric", "$browser"],
       "series": {"Sign up": {"$overall": {"2026-01-01T00:00:00-08:00": 12},
                              "Chrome": {"2026-01-01T00:00:00-08:00": 7}}}}
      """;

  private static final String FLOWS =
      """
      {"computed_at": "2026-01-08", "metadata": {"a": 1}, "breakdowns": [{"b": 2}],
       "steps": [{"nodes": [{"event": "Open", "type": "ANCHOR", "totalCount": "100", "edges": []}]},
                 {"nodes": [{"event": "Buy", "type": "NORMAL", "totalCount": 40}]}],
       "overallConversionRate": 0.4}
      """;

  private static SavedReportRequest request(BookmarkType type) {
    return new SavedReportRequest(77, Optional.of(type), Optional.empty());
  }

  @Test
  void insightsAreReadLevelByLevel() {
    answer("/query/insights", INSIGHTS);
    SavedReportResult result = workspace.savedReports().run(request(BookmarkType.INSIGHTS));
    assertThat(sent("GET /api/query/insights"))
        .containsOnly(entry("project_id", "12345"), entry("bookmark_id", "77"));
    assertThat(result.computedAt()).contains("2026-01-08T10:00:00+00:00");
    assertThat(result.fromDate()).contains("2026-01-01T00:00:00-08:00");
    assertThat(result.header()).containsExactly("$metric", "$browser", "date", "value");
    assertThat(result.cells())
        .containsExactly(
            List.of("Sign up", "$overall", "2026-01-01T00:00:00-08:00", 12L),
            List.of("Sign up", "Chrome", "2026-01-01T00:00:00-08:00", 7L));
  }

  @Test
  void funnelsAndRetentionAreRunForTheirDays() {
    answer("/query/funnels", "{\"data\": {\"2026-01-05\": {\"steps\": []}}}");
    answer("/query/retention", "{\"2026-01-05\": {\"counts\": [9], \"first\": 10}}");
    SavedReportResult funnel =
        workspace
            .savedReports()
            .run(
                new SavedReportRequest(
                    77,
                    Optional.of(BookmarkType.FUNNELS),
                    Optional.of(DateRange.of("2026-01-05", "2026-01-06"))));
    workspace.savedReports().run(request(BookmarkType.RETENTION));
    assertThat(sent("GET /api/query/funnels", requests().get(0)))
        .containsEntry("funnel_id", "77")
        .containsEntry("from_date", "2026-01-05")
        .containsEntry("to_date", "2026-01-06");
    assertThat(sent("GET /api/query/retention", requests().get(1)))
        .containsEntry("bookmark_id", "77")
        .containsEntry("from_date", "2026-10-04")
        .containsEntry("to_date", "2026-11-02");
    assertThat(funnel.fromDate()).contains("2026-01-05");
    assertThat(funnel.series().text()).isEqualTo("{\"2026-01-05\":{\"steps\":[]}}");
  }

  @Test
  void stepsOfFunnelsAreRows() {
    answer(
        "/query/funnels",
        """
        {"data": {"2026-01-05": {"steps": [
             {"event": "Open", "count": 10, "step_conv_ratio": 1, "overall_conv_ratio": 1},
             {"event": "Buy", "count": 4, "step_conv_ratio": 0.4, "overall_conv_ratio": 0.4,
              "avg_time": 60, "avg_time_from_start": 60.5}],
           "analysis": {"completion": 4}}}}
        """);
    SavedReportResult funnel = workspace.savedReports().run(request(BookmarkType.FUNNELS));
    assertThat(funnel.header())
        .containsExactly(
            "date",
            "step",
            "event",
            "count",
            "conversion_rate",
            "overall_conversion_rate",
            "average_seconds",
            "average_seconds_from_start");
    assertThat(funnel.cells())
        .containsExactly(
            Arrays.asList("2026-01-05", 1, "Open", 10L, 1L, 1L, null, null),
            Arrays.asList("2026-01-05", 2, "Buy", 4L, 0.4, 0.4, 60L, 60.5));
    answer(
        "/query/funnels",
        "{\"data\": {\"2026-01-05\": {\"$overall\": [{\"event\": \"Open\", \"count\": 3}],"
            + " \"pro\": [{\"event\": \"Open\", \"count\": 2}]}}}");
    SavedReportResult split = workspace.savedReports().run(request(BookmarkType.FUNNELS));
    assertThat(split.header()).startsWith("date", "segment", "step", "event", "count");
    assertThat(split.cells())
        .extracting(row -> row.get(1), row -> row.get(4))
        .containsExactly(tuple("$overall", 3L), tuple("pro", 2L));
  }

  @Test
  void intervalsOfRetentionAreRows() {
    answer(
        "/query/retention",
        "{\"2026-01-05\": {\"counts\": [9, 3], \"first\": 10},"
            + " \"2026-01-06\": {\"counts\": [0], \"first\": 0}}");
    SavedReportResult retention = workspace.savedReports().run(request(BookmarkType.RETENTION));
    assertThat(retention.header())
        .containsExactly("date", "size", "interval", "count", "retention");
    assertThat(retention.cells())
        .containsExactly(
            List.of("2026-01-05", 10L, 0, 9L, 0.9),
            List.of("2026-01-05", 10L, 1, 3L, 0.3),
            Arrays.asList("2026-01-06", 0L, 0, 0L, null));
  }

  @Test
  void eventsOfFlowsAreRows() {
    answer("/query/arb_funnels", FLOWS);
    SavedReportResult steps = workspace.savedReports().run(request(BookmarkType.FLOWS));
    assertThat(steps.header()).containsExactly("step", "event", "type", "count");
    assertThat(steps.cells())
        .containsExactly(List.of(1, "Open", "ANCHOR", 100L), List.of(2, "Buy", "NORMAL", 40L));
    answer(
        "/query/arb_funnels",
        """
        {"trees": [{"root": {"step": {"event": "Open", "type": "ANCHOR"}, "totalCount": "7",
          "dropOffTotalCount": "2",
          "children": [{"step": {"event": "Buy", "type": "NORMAL"}, "total_count": 5}]}}]}
        """);
    SavedReportResult tree = workspace.savedReports().run(request(BookmarkType.FLOWS));
    assertThat(tree.header()).containsExactly("depth", "event", "type", "count", "dropoff");
    assertThat(tree.cells())
        .containsExactly(List.of(1, "Open", "ANCHOR", 7L, 2L), List.of(2, "Buy", "NORMAL", 5L, 0L));
  }

  @Test
  void theTypeIsLookedUpWhereItIsNotGiven() {
    answer(
        "/app/projects/12345/bookmarks/77",
        "{\"status\": \"ok\", \"results\": {\"id\": 77, \"name\": \"x\", \"type\": \"flows\"}}");
    answer("/query/arb_funnels", FLOWS);
    assertThat(workspace.savedReports().run(SavedReportRequest.of(77)).reportType())
        .isEqualTo(BookmarkType.FLOWS);
  }

  @Test
  void aTypeThatCannotBeRunIsRefused() {
    answer(
        "/app/projects/12345/bookmarks/77",
        "{\"results\": {\"id\": 77, \"type\": \"segmentation3\"}}");
    assertThatThrownBy(() -> workspace.savedReports().run(SavedReportRequest.of(77)))
        .hasMessageContaining("segmentation3");
  }

  @ParameterizedTest
  @EnumSource(
      value = BookmarkType.class,
      names = {"INSIGHTS", "FLOWS"})
  void datesAreRefusedWhereMixpanelWouldIgnoreThem(BookmarkType type) {
    SavedReportRequest dated =
        new SavedReportRequest(
            77, Optional.of(type), Optional.of(DateRange.of("2026-01-05", "2026-01-06")));
    assertThatThrownBy(() -> workspace.savedReports().run(dated))
        .isInstanceOf(MixpanelDataException.class);
    assertThat(requests()).isEmpty();
  }

  @Test
  void flowsTakeCountsThatAreText() {
    answer("/query/arb_funnels", FLOWS);
    SavedFlowsResult result = workspace.savedReports().flows(new SavedFlowsRequest(77));
    assertThat(sent("GET /api/query/arb_funnels"))
        .containsOnly(
            entry("project_id", "12345"),
            entry("bookmark_id", "77"),
            entry("query_type", "flows_sankey"));
    assertThat(result.steps().get(0).nodes().get(0).totalCount()).isEqualTo(100);
    assertThat(result.overallConversionRate()).contains(0.4);
    assertThat(result.cells())
        .containsExactly(List.of(1, "Open", "ANCHOR", 100L), List.of(2, "Buy", "NORMAL", 40L));
  }

  @Test
  void aDefinitionIsSentAsItIsWithTheProjectInTheBody() {
    answer("/query/insights", INSIGHTS);
    workspace
        .savedReports()
        .define(
            DefinitionRequest.of(
                new Json("{\"sections\": {\"show\": [{\"behavior\": {}}]}, \"n\": 1.50}")));
    server.verify(
        postRequestedFor(urlEqualTo("/api/query/insights"))
            .withRequestBody(
                equalToJson(
                    "{\"project_id\": 12345, \"bookmark\": {\"sections\": {\"show\": [{\"behavior\": {}}]}, \"n\": 1.50},"
                        + " \"queryLimits\": {\"limit\": 3000}}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"text\"", "7", "{}", "{\"sections\": {\"show\": []}}"})
  void aDefinitionIsAnObject(String definition) {
    assertThatThrownBy(() -> DefinitionRequest.of(new Json(definition)))
        .isInstanceOf(MixpanelDataException.class);
  }

  @Test
  void anErrorInsideAnAnswerIsAFailure() {
    answer("/query/insights", "{\"error\": \"Extra inputs are not permitted\"}");
    assertThatThrownBy(() -> workspace.savedReports().run(request(BookmarkType.INSIGHTS)))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.QUERY_FAILED))
        .hasMessageContaining("Extra inputs are not permitted");
  }
}
