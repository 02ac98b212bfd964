package dev.mixpaneldata.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.ApiException;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.ComparisonOffset;
import dev.mixpaneldata.report.DailyCountsRequest;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FlowResult;
import dev.mixpaneldata.report.FlowView;
import dev.mixpaneldata.report.Formula;
import dev.mixpaneldata.report.FrequencyRequest;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.FunnelStep;
import dev.mixpaneldata.report.Grouping;
import dev.mixpaneldata.report.InsightsLine;
import dev.mixpaneldata.report.InsightsRequest;
import dev.mixpaneldata.report.InsightsResult;
import dev.mixpaneldata.report.Measure;
import dev.mixpaneldata.report.Metric;
import dev.mixpaneldata.report.NumericSeriesRequest;
import dev.mixpaneldata.report.PropertyCountsRequest;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.ReportEngine;
import dev.mixpaneldata.report.ReportSource;
import dev.mixpaneldata.report.ReportTarget;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.RetentionAlignment;
import dev.mixpaneldata.report.RetentionCohort;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionResult;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SegmentationResult;
import dev.mixpaneldata.report.definition.Definitions;
import dev.mixpaneldata.report.saved.DefinitionRequest;
import dev.mixpaneldata.value.DateRange;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports that Mixpanel computes from their definitions. */
class DefinedReportsTest extends WireTestCase {
  private static final DateRange DAYS = DateRange.of("2026-01-05", "2026-01-06");

  private static final String SPLIT_FUNNEL =
      """
      {"headers": ["$funnel", "plan", "Metric", "Step"],
       "meta": {"report_sections": {"show": [{"metric_key": "A through B"}]}},
       "series": {"A through B": {
         "free": {"count": {"10. B": {"all": 1}, "2. B": {"all": 3}, "1. A": {"all": 6}},
                  "avg_time": {"1. A": {"all": null}, "2. B": {"all": 100}},
                  "avg_time_from_start": {"1. A": {"all": null}, "2. B": {"all": 100}}},
         "pro": {"count": {"1. A": {"all": 4}, "2. B": {"all": 1}},
                 "avg_time": {"2. B": {"all": 20}},
                 "p_value": {"2. B": {"all": {"p": 0.5, "confidence": 1}}}}}}}
      """;

  private static final String SERIES =
      """
      {"date_range": {"from_date": "2026-01-05T00:00:00-08:00",
                      "to_date": "2026-01-06T23:59:59.999000-08:00"},
       "headers": ["$metric", "plan"],
       "meta": {"is_segmentation_limit_hit": true,
                "report_sections": {"show": [{"metric_key": null}, {"metric_key": null},
                                             {"metric_key": "Rate"}]}},
       "series": {"Rate": {
         "$overall": {"2026-01-05T00:00:00-08:00": 0.5, "2026-01-06T00:00:00-08:00": null},
         "pro": {"2026-01-05T00:00:00-08:00": 1, "2026-01-06T00:00:00-08:00": "NaN"}}},
       "time_comparison": {"date_range": {}, "series": {"Rate": {
         "$overall": {"2025-12-05T00:00:00-08:00": 0.25, "2025-12-06T00:00:00-08:00": 0.1}}}},
       "lift_comparison": {"series": {"Rate": {
         "$overall": {"2026-01-05T00:00:00-08:00": 1.0}}}}}
      """;

  @Test
  void stepsAreSentAsADefinitionAndTheWholeIsTheSumOfItsSegments() {
    answer("/query/insights", SPLIT_FUNNEL);
    FunnelRequest request = FunnelRequest.ofEvents(DAYS, "A", "B").with(r -> r.on("plan"));
    FunnelResult result = workspace.reports().funnel(request);
    assertThat(requests()).hasSize(1);
    assertThat(body(requests().get(0)).path("bookmark"))
        .isEqualTo(Mappers.read(Definitions.of(Report.FUNNEL, request).params().text()));
    assertThat(body(requests().get(0)).path("project_id").asInt()).isEqualTo(12345);
    assertThat(body(requests().get(0)).path("queryLimits").path("limit").asInt()).isEqualTo(255);
    assertThat(result.steps()).extracting(FunnelStep::count).containsExactly(10L, 4L);
    assertThat(result.conversionRate()).isEqualTo(0.4);
    assertThat(result.segments()).containsOnlyKeys("free", "pro");
    assertThat(result.segments().get("free")).extracting(FunnelStep::count).containsExactly(6L, 3L);
    // (3 · 100 s + 1 · 20 s) / 4
    assertThat(result.steps().get(1).averageSeconds()).contains(80.0);
    assertThat(result.steps().get(0).averageSeconds()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405, 410})
  void whereTheDocumentedEndpointIsGoneTheDefinitionIsSent(int gone) {
    answer("/query/segmentation", gone, "{\"error\": \"gone\"}");
    answer(
        "/query/insights",
        """
        {"series": {"A [Total Events]": {"2026-01-05T00:00:00-08:00": 3}}}
        """);
    SegmentationRequest request = SegmentationRequest.of("A", DAYS);
    assertThat(workspace.reports().segmentation(request).series().get("A").values())
        .extracting(Number::longValue)
        .containsExactly(3L, 0L);
    assertThat(requests()).hasSize(2);
    Reports documented = reports(ReportEngine.DOCUMENTED);
    assertThatThrownBy(() -> documented.segmentation(request)).isInstanceOf(ApiException.class);
    assertThat(requests()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405, 410})
  void countsAndSumsAreAskedAsInsightsWhereTheirEndpointsAreGone(int gone) {
    for (String path : List.of("/events", "/events/properties", "/segmentation/average")) {
      answer("/query" + path, gone, "{\"error\": \"gone\"}");
    }
    answer(
        "/query/insights",
        """
        {"meta": {"report_sections": {"show": [
           {"metric_key": "A [Total Events]"}, {"metric_key": "B [Total Events]"}]}},
         "series": {"B [Total Events]": {"2026-01-06T00:00:00-08:00": 4},
                    "A [Total Events]": {"2026-01-05T00:00:00-08:00": 3}}}
        """);
    assertThat(
            workspace.reports().eventCounts(EventCountsRequest.of(List.of("A", "B"), DAYS)).cells())
        .containsExactly(
            List.of("2026-01-05", "A", 3L),
            List.of("2026-01-05", "B", 0L),
            List.of("2026-01-06", "A", 0L),
            List.of("2026-01-06", "B", 4L));
    answer(
        "/query/insights",
        """
        {"series": {"A [Total Events]": {"$overall": {"2026-01-05T00:00:00-08:00": 4},
          "pro": {"2026-01-05T00:00:00-08:00": 1}, "free": {"2026-01-05T00:00:00-08:00": 3}}}}
        """);
    PropertyCountsRequest plans = PropertyCountsRequest.of("A", "plan", DAYS);
    assertThat(workspace.reports().propertyCounts(plans).series())
        .containsOnlyKeys("free", "pro")
        .containsEntry("free", Map.of("2026-01-05", 3L, "2026-01-06", 0L));
    assertThat(
            workspace
                .reports()
                .propertyCounts(plans.with(r -> r.values(List.of("pro", "gold"))))
                .series())
        .containsOnlyKeys("pro", "gold");
    answer("/query/insights", "{\"series\": {\"A/B\": {\"2026-01-05T00:00:00-08:00\": 2.5}}}");
    Map<String, Double> averages =
        workspace
            .reports()
            .segmentationAverage(NumericSeriesRequest.of("A", DAYS, "amount"))
            .results();
    assertThat(averages).containsEntry("2026-01-05", 2.5).containsEntry("2026-01-06", null);
  }

  @Test
  void anEndpointThatIsGoneAndThatNoDefinitionReplacesIsSaid() {
    answer("/query/retention/addiction", 410, "{\"error\": \"Gone\"}");
    assertThatThrownBy(() -> workspace.reports().frequency(FrequencyRequest.of(DAYS)))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.CANNOT_ANSWER);
              assertThat(e.getMessage()).startsWith("Mixpanel no longer answers GET http");
            });
  }

  @Test
  void aDataViewIsInTheAddressOfEveryDefinition() {
    answer("/query/insights", "{\"series\": {}}");
    answer("/query/arb_funnels", "{\"steps\": []}");
    Workspace view =
        Workspace.builder()
            .credentials(workspace.http().credentials())
            .baseUrl(server.baseUrl())
            .dataDirectory(folder)
            .pacer(time.pacer())
            .dataView(9)
            .open();
    Reports live = view.reports(ReportTarget.of(ReportSource.LIVE));
    live.insights(InsightsRequest.of("A"));
    live.retention(
        RetentionRequest.of("A", "B", DAYS).with(r -> r.alignment(RetentionAlignment.CALENDAR)));
    live.flow(FlowRequest.of("A", DAYS));
    // Insights has the statistic where JQL is gone.
    live.dailyCounts(DailyCountsRequest.of(DAYS));
    view.savedReports()
        .define(
            DefinitionRequest.of(
                Definitions.of(Report.FUNNEL, FunnelRequest.ofEvents(DAYS, "A", "B")).params()));
    assertThat(requests())
        .filteredOn(request -> request.getUrl().matches(".*/(insights|arb_funnels).*"))
        .hasSize(5)
        .allSatisfy(request -> assertThat(request.getUrl()).endsWith("?workspace_id=9"));
  }

  @Test
  void otherFailuresAskNobodyElse() {
    answer("/query/segmentation", 400, "{\"error\": \"bad event\"}");
    assertThatThrownBy(() -> workspace.reports().segmentation(SegmentationRequest.of("A", DAYS)))
        .hasMessageContaining("bad event");
    assertThat(requests()).hasSize(1);
  }

  @Test
  void theEngineIsChosen() {
    answer("/query/insights", "{\"series\": {}}");
    reports(ReportEngine.DEFINITION).segmentation(SegmentationRequest.of("A", DAYS));
    assertThat(requests()).hasSize(1);
    Reports documented = reports(ReportEngine.DOCUMENTED);
    assertThatThrownBy(() -> documented.funnel(FunnelRequest.ofEvents(DAYS, "A", "B")))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CANNOT_ANSWER));
    assertThat(requests()).hasSize(1);
  }

  @Test
  void formulasComparisonsAndTheLimitAreRead() {
    answer("/query/insights", SERIES);
    InsightsResult result =
        workspace
            .reports()
            .insights(
                InsightsRequest.of(Metric.of(Measure.UNIQUE, "A"), Metric.of("B"))
                    .with(
                        r ->
                            r.formulas(List.of(Formula.parse("Rate = A/B")))
                                .by(List.of(Grouping.of("plan")))
                                .compare(ComparisonOffset.MONTH)));
    assertThat(result.metrics()).containsExactly("Rate");
    assertThat(result.limitHit()).contains(true);
    assertThat(result.notes()).anyMatch(note -> note.contains("3,000 segments is hit"));
    assertThat(result.fromDate()).isEqualTo(DAYS.from());
    assertThat(result.comparedFrom()).contains(DAYS.from().minusMonths(1));
    assertThat(result.header())
        .containsExactly("metric", "plan", "date", "value", "previous", "change");
    assertThat(result.cells())
        .containsExactly(
            Arrays.asList("Rate", "$overall", "2026-01-05", 0.5, 0.25, 1L),
            Arrays.asList("Rate", "$overall", "2026-01-06", null, 0.1, null),
            Arrays.asList("Rate", "pro", "2026-01-05", 1L, null, null),
            Arrays.asList("Rate", "pro", "2026-01-06", null, null, null));
    JsonNode sent = body(requests().get(0)).path("bookmark");
    assertThat(result.definition().map(d -> Mappers.read(d.text()))).contains(sent);
    assertThat(sent.path("sections").path("show").path(0).path("isHidden").asBoolean()).isTrue();
  }

  @Test
  void linesAreFoundByTheKeyOfTheirMetricAndNotByTheirNames() {
    answer(
        "/query/insights",
        """
        {"meta": {"report_sections": {"show": [{"metric_key": "A. X [Unique Users]"},
                                               {"metric_key": "B. X [Total Events]"}]}},
         "series": {"B. X [Total Events]": {"all": 7}, "A. X [Unique Users]": {"all": 5}}}
        """);
    InsightsResult result =
        workspace
            .reports()
            .insights(
                InsightsRequest.of(Metric.of(Measure.UNIQUE, "X"), Metric.of("X"))
                    .with(r -> r.total(true).range(DAYS)));
    assertThat(result.lines())
        .extracting(InsightsLine::metric, line -> line.values().get("all"))
        .containsExactly(tuple("unique(X)", 5L), tuple("X", 7L));
  }

  @Test
  void retentionByTheCalendarIsACurve() {
    answer(
        "/query/insights",
        """
        {"series": {"A and then B": {
          "$average": {"first": 9, "counts": [5, 2], "rates": [0.5, 0.2]},
          "2026-01-05T00:00:00+00:00": {"first": 9, "counts": [5, 2, 1, 1], "rates": []},
          "2026-01-06T00:00:00+00:00": {"first": 4, "counts": [4, 2, 0, 0], "rates": []}}}}
        """);
    RetentionResult result =
        workspace
            .reports()
            .retention(
                RetentionRequest.of("A", "B", DAYS)
                    .with(r -> r.alignment(RetentionAlignment.CALENDAR).intervalCount(3)));
    assertThat(result.cohorts())
        .extracting(RetentionCohort::date, RetentionCohort::size, RetentionCohort::counts)
        .containsExactly(
            tuple("2026-01-05", 9L, List.of(5L, 2L, 1L)),
            tuple("2026-01-06", 4L, List.of(4L, 2L, 0L)));
  }

  @Test
  void aFlowIsASankeyDiagram() {
    answer(
        "/query/arb_funnels",
        """
        {"overallConversionRate": "NaN", "steps": [
          {"nodes": [{"event": "Open", "type": "NORMAL", "totalCount": "4",
                      "edges": [{"event": "A", "type": "ANCHOR", "step": "1",
                                 "totalCount": "4"}]}]},
          {"nodes": [{"event": "A", "type": "ANCHOR", "totalCount": "10", "edges": [
             {"event": "", "type": "DROPOFF", "step": "2", "totalCount": "3"},
             {"event": "B", "type": "NORMAL", "step": "2", "totalCount": "6"},
             {"event": "$other_events", "type": "PRUNED", "step": "2", "totalCount": "1"}]}]},
          {"nodes": [{"event": "B", "type": "NORMAL", "totalCount": "6", "edges": []}]}]}
        """);
    FlowResult result =
        workspace
            .reports(ReportTarget.of(ReportSource.LIVE))
            .flow(FlowRequest.of("A", DAYS).with(r -> r.forward(1).reverse(1)));
    assertThat(result.users()).isEqualTo(10);
    assertThat(result.edges())
        .containsExactly(
            new FlowResult.Edge(1, -1, "A", "Open", 4),
            new FlowResult.Edge(1, 1, "A", "B", 6),
            new FlowResult.Edge(1, 1, "A", FlowResult.DROPOFF, 3),
            new FlowResult.Edge(1, 1, "A", FlowResult.OTHER, 1));
    assertThat(body(requests().get(0)).path("query_type").asText()).isEqualTo("flows_sankey");
    assertThat(body(requests().get(0)).has("queryLimits")).isFalse();
  }

  @Test
  void reportsOfCohortsAreAskedByTheirDefinition() {
    answer("/query/insights", "{\"series\": {}}");
    Reports ofMembers =
        workspace.reports(ReportTarget.USUAL.with(t -> t.cohort("not in cohort 7 named PU")));
    SegmentationResult result = ofMembers.segmentation(SegmentationRequest.of("A", DAYS));
    JsonNode sent = body(requests().get(0)).path("bookmark");
    assertThat(sent.at("/sections/filter/0/filterOperator").asText()).isEqualTo("does not contain");
    assertThat(sent.at("/sections/filter/0/filterValue/0/cohort"))
        .hasToString("{\"id\":7,\"name\":\"PU\",\"negated\":true}");
    assertThat(result.definition().map(d -> Mappers.read(d.text()))).contains(sent);
    Reports documented =
        workspace.reports(
            ReportTarget.of(ReportSource.LIVE)
                .with(
                    t ->
                        t.cohort("did A from 2026-01-01 to 2026-01-02")
                            .engine(ReportEngine.DOCUMENTED)));
    assertThatThrownBy(() -> documented.segmentation(SegmentationRequest.of("A", DAYS)))
        .hasMessageContaining("of a cohort");
    assertThatThrownBy(() -> ofMembers.frequency(FrequencyRequest.of(DAYS)))
        .isInstanceOf(MixpanelDataException.class);
    assertThat(requests()).hasSize(1);
  }

  @Test
  void theDocumentedApiIsNotAskedForCustomProperties() {
    answer("/query/insights", "{\"series\": {}}");
    workspace
        .reports()
        .segmentation(SegmentationRequest.of("A", DAYS).with(r -> r.on("$custom_property:42")));
    assertThat(requests()).hasSize(1);
    assertThat(body(requests().get(0)).at("/bookmark/sections/group/0/customPropertyId").asInt())
        .isEqualTo(42);
  }

  @Test
  void theUsersOfAPathAreThoseOfItsLastEvent() {
    answer(
        "/query/arb_funnels",
        """
        {"foundCount": "2", "flows": [
          {"flowSteps": [{"event": "A", "type": "ANCHOR", "totalCount": "10"},
                         {"event": "B", "type": "NORMAL", "totalCount": "6"},
                         {"event": "C", "type": "NORMAL", "totalCount": "2"}], "segments": []},
          {"flowSteps": [{"event": "A", "type": "ANCHOR", "totalCount": "10"},
                         {"event": "B", "type": "NORMAL", "totalCount": "6"},
                         {"event": "", "type": "EMPTY", "totalCount": "0"}], "segments": []}]}
        """);
    FlowResult result =
        workspace
            .reports(ReportTarget.of(ReportSource.LIVE))
            .flow(FlowRequest.of("A", DAYS).with(r -> r.view(FlowView.PATHS)));
    assertThat(result.users()).isEqualTo(10);
    assertThat(result.cells()).containsExactly(List.of("A > B > C", 2L), List.of("A > B", 6L));
    assertThat(body(requests().get(0)).path("query_type").asText()).isEqualTo("flows_top_paths");
    assertThat(result.definition()).isPresent();
  }

  private Reports reports(ReportEngine engine) {
    return workspace.reports(ReportTarget.of(ReportSource.LIVE).with(t -> t.engine(engine)));
  }

  private static JsonNode body(LoggedRequest request) {
    return Mappers.read(request.getBodyAsString());
  }
}
