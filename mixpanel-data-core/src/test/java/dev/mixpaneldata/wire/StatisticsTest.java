package dev.mixpaneldata.wire;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.internal.live.JqlScript;
import dev.mixpaneldata.jql.JqlRequest;
import dev.mixpaneldata.jql.JqlResult;
import dev.mixpaneldata.report.CoverageRequest;
import dev.mixpaneldata.report.CoverageResult.PropertyCoverage;
import dev.mixpaneldata.report.DailyCountsRequest;
import dev.mixpaneldata.report.DailyCountsResult.DailyCount;
import dev.mixpaneldata.report.DistributionRequest;
import dev.mixpaneldata.report.DistributionResult;
import dev.mixpaneldata.report.DistributionResult.ValueCount;
import dev.mixpaneldata.report.EngagementRequest;
import dev.mixpaneldata.report.EngagementResult;
import dev.mixpaneldata.report.EngagementResult.Bucket;
import dev.mixpaneldata.report.NumericSummaryRequest;
import dev.mixpaneldata.report.NumericSummaryResult;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.ReportTarget;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsTest extends WireTestCase {
  private static final DateRange TWO_DAYS = DateRange.of("2026-01-05", "2026-01-06");
  private static final String NASTY = "a\"); throw '${x}";

  @Test
  void aScriptAndItsParametersAreFormFields() {
    answer(
        "/query/jql",
        "[{\"key\": [\"US\", 2], \"value\": 7}, {\"key\": [\"CA\", 1], \"value\": 1.5}]");
    JqlResult result =
        workspace
            .jql()
            .run(
                new JqlRequest(
                    "function main() { return 1 + 1; }", Optional.of(new Json("{\"a\":1}"))));
    assertThat(sent("POST /api/query/jql"))
        .containsOnly(
            entry("project_id", "12345"),
            entry("script", "function main() { return 1 + 1; }"),
            entry("params", "{\"a\":1}"));
    assertThat(result.rowCount()).isEqualTo(2);
    assertThat(result.notice()).contains("maintenance");
    assertThat(result.header()).containsExactly("key_0", "key_1", "value");
    assertThat(result.cells()).containsExactly(List.of("US", 2L, 7L), List.of("CA", 1L, 1.5));
  }

  @Test
  void aScriptsOwnErrorIsAFailedQuery() {
    answer(
        "/query/jql",
        412,
        "{\"request\": \"/api/query/jql\", \"error\": \"TypeError: x is not a function\"}");
    assertThatThrownBy(() -> workspace.jql().run(JqlRequest.of("function main() { x() }")))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.QUERY_FAILED))
        .hasMessageContaining("x is not a function");
  }

  @Test
  void distributionRanksValuesOfEveryKind() {
    answer(
        "/query/jql",
        """
        [{"key": ["plain", "pro"], "value": 5}, {"key": ["plain", 3], "value": 2},
         {"key": ["unset", ""], "value": 1}, {"key": ["json", "[\\"a\\"]"], "value": 1},
         {"key": ["plain", true], "value": 1}]
        """);
    DistributionResult result =
        workspace.reports().distribution(new DistributionRequest(NASTY, NASTY, TWO_DAYS, 4));
    assertThat(sent("POST /api/query/jql"))
        .containsEntry("script", JqlScript.DISTRIBUTION.text())
        .containsEntry(
            "params",
            "{\"from_date\":\"2026-01-05\",\"to_date\":\"2026-01-06\","
                + "\"event\":\"a\\\"); throw '${x}\",\"property\":\"a\\\"); throw '${x}\"}");
    assertThat(result.totalCount()).isEqualTo(10);
    assertThat(result.values())
        .containsExactly(
            new ValueCount("pro", 5, 50),
            new ValueCount(3L, 2, 20),
            new ValueCount(true, 1, 10),
            new ValueCount(new Json("[\"a\"]"), 1, 10));
  }

  @Test
  void numericSummaryReadsFourReducers() {
    answer(
        "/query/jql",
        """
        [[{"count": 4, "sum": 10, "avg": 2.5, "stddev": 1.25, "sum_squares": 30},
          [{"percentile": 50, "value": 2}, {"percentile": 90, "value": 4}], 1, 4]]
        """);
    NumericSummaryRequest request =
        new NumericSummaryRequest("Buy", "amount", TWO_DAYS, List.of(90, 50, 50));
    NumericSummaryResult result = workspace.reports().numericSummary(request);
    assertThat(sent("POST /api/query/jql").get("params")).contains("\"percentiles\":[50,90]");
    assertThat(result.count()).isEqualTo(4);
    assertThat(result.min()).contains(1.0);
    assertThat(result.max()).contains(4.0);
    assertThat(result.sum()).contains(10.0);
    assertThat(result.avg()).contains(2.5);
    assertThat(result.percentiles()).containsExactly(entry(50, 2.0), entry(90, 4.0));
  }

  @Test
  void noNumbersHaveNoStatistics() {
    answer(
        "/query/jql", "[[{\"count\": 0, \"sum\": 0, \"avg\": 0, \"stddev\": 0}, [], null, null]]");
    NumericSummaryResult result =
        workspace.reports().numericSummary(NumericSummaryRequest.of("Buy", "amount", TWO_DAYS));
    assertThat(result.count()).isZero();
    assertThat(result.avg()).isEmpty();
    assertThat(result.percentiles()).isEmpty();
  }

  @Test
  void dailyCountsOfNamedEventsNeedNoScript() {
    answer(
        "/query/events",
        """
        {"data": {"series": ["2026-01-05", "2026-01-06"],
                  "values": {"B": {"2026-01-05": 0, "2026-01-06": 2}}}, "legend_size": 1}
        """);
    List<DailyCount> counts =
        workspace
            .reports()
            .dailyCounts(new DailyCountsRequest(TWO_DAYS, List.of("B", "A")))
            .counts();
    assertThat(sent("GET /api/query/events"))
        .contains(entry("event", "[\"B\",\"A\"]"), entry("unit", "day"), entry("type", "general"));
    LocalDate first = LocalDate.of(2026, 1, 5);
    assertThat(counts)
        .containsExactly(
            new DailyCount(first, "A", 0),
            new DailyCount(first, "B", 0),
            new DailyCount(first.plusDays(1), "A", 0),
            new DailyCount(first.plusDays(1), "B", 2));
  }

  @Test
  void allEventsAreAskedForWithoutSelectors() {
    answer("/query/jql", "[]");
    assertThat(workspace.reports().dailyCounts(DailyCountsRequest.of(TWO_DAYS)).counts()).isEmpty();
    assertThat(sent("POST /api/query/jql").get("params")).doesNotContain("events");
  }

  @Test
  void engagementHasEveryGroupAndAllUsers() {
    answer("/query/jql", "[{\"key\": [0], \"value\": 1}, {\"key\": [5], \"value\": 3}]");
    EngagementResult result =
        workspace
            .reports()
            .engagement(new EngagementRequest(TWO_DAYS, List.of(), List.of(10, 2, 5)));
    assertThat(sent("POST /api/query/jql").get("params")).contains("\"buckets\":[2,5,10]");
    assertThat(result.totalUsers()).isEqualTo(4);
    assertThat(result.buckets())
        .containsExactly(
            new Bucket(2, "2-4", 0, 0), new Bucket(5, "5-9", 3, 75), new Bucket(10, "10+", 0, 0));
  }

  @Test
  void coverageKeepsTheOrderAskedFor() {
    answer("/query/jql", "[{\"total\": 4, \"p0\": 1, \"p1\": 4}]");
    CoverageRequest request = new CoverageRequest("Buy", List.of("z", "total"), TWO_DAYS);
    assertThat(workspace.reports().coverage(request).coverage())
        .containsExactly(
            new PropertyCoverage("z", 1, 3, 25), new PropertyCoverage("total", 4, 0, 100));
  }

  @Test
  void anEventThatNeverHappenedHasNoCoverage() {
    answer("/query/jql", "[]");
    CoverageRequest request = new CoverageRequest("Buy", List.of("z"), TWO_DAYS);
    assertThat(workspace.reports().coverage(request).coverage())
        .containsExactly(new PropertyCoverage("z", 0, 0, 0));
  }

  private static final String METRICS =
      """
      {"headers": ["$event"], "meta": {"report_sections": {"show": [%s]}}, "series": {%s}}
      """;

  private static void metrics(Number... values) {
    List<String> keys = new ArrayList<>();
    List<String> series = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      String name = (char) ('A' + i) + ". Buy [Total Events]";
      keys.add("{\"metric_key\": \"%s\"}".formatted(name));
      series.add("\"%s\": {\"all\": %s}".formatted(name, values[i]));
    }
    Collections.reverse(series);
    answer("/query/insights", METRICS.formatted(String.join(",", keys), String.join(",", series)));
  }

  private static JsonNode body(int request) {
    return Mappers.read(requests().get(request).getBodyAsString());
  }

  @Test
  void coverageIsOneQuestionWithAMetricForEachProperty() {
    metrics(4, 1, 3);
    CoverageRequest request = new CoverageRequest("Buy", List.of("z", "a"), TWO_DAYS);
    assertThat(workspace.reports().coverage(request).coverage())
        .containsExactly(new PropertyCoverage("z", 1, 3, 25), new PropertyCoverage("a", 3, 1, 75));
    sent("POST /api/query/insights");
    JsonNode sections = body(0).at("/bookmark/sections");
    assertThat(sections.at("/show/2/behavior").toString())
        .isEqualTo(
            "{\"type\":\"event\",\"name\":\"Buy\",\"resourceType\":\"events\","
                + "\"filtersDeterminer\":\"all\",\"filters\":[{\"resourceType\":\"events\","
                + "\"filterType\":\"string\",\"defaultType\":\"string\",\"value\":\"a\","
                + "\"filterOperator\":\"is set\",\"filterValue\":null}]}");
    assertThat(sections.at("/time/0/value").toString())
        .isEqualTo("[\"2026-01-05\",\"2026-01-06\"]");
    assertThat(body(0).path("project_id").asInt()).isEqualTo(12345);
  }

  private List<String> warnings = new ArrayList<>();

  private Reports listened() {
    return workspace.reports(
        ReportTarget.USUAL,
        new ReportListener() {
          @Override
          public void warning(String text) {
            warnings.add(text);
          }
        });
  }

  @Test
  void aScriptThatAnsweredIsToldOf() {
    answer("/query/jql", "[]");
    listened().engagement(EngagementRequest.of(TWO_DAYS));
    assertThat(warnings).containsExactly(JqlResult.MAINTENANCE);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405, 410})
  void whereScriptsAreGoneItIsSaid(int status) {
    answer("/query/jql", status, "{\"error\": \"gone\"}");
    assertThatThrownBy(() -> workspace.jql().run(JqlRequest.of("function main() {}")))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.CANNOT_ANSWER);
              assertThat(e.hint().orElseThrow()).contains("workspace.fetch().events()", "sql");
            })
        .hasMessageContaining("no longer runs JQL (HTTP " + status + ")");
    assertThatThrownBy(() -> workspace.reports().engagement(EngagementRequest.of(TWO_DAYS)))
        .hasMessageContaining("no longer runs JQL");
  }

  @Test
  void whereScriptsAreGoneInsightsCountsAllEvents() {
    answer("/query/jql", 410, "{\"error\": \"gone\"}");
    answer(
        "/query/insights",
        """
        {"headers": ["$event", "$event_name"], "series": {"All Events [Total Events]": {
          "$overall": {"2026-01-05T00:00:00-08:00": 3, "2026-01-06T00:00:00-08:00": 1},
          "B": {"2026-01-05T00:00:00-08:00": 2, "2026-01-06T00:00:00-08:00": 1},
          "A": {"2026-01-05T00:00:00-08:00": 1}}}}
        """);
    assertThat(workspace.reports().dailyCounts(DailyCountsRequest.of(TWO_DAYS)).counts())
        .extracting(DailyCount::count)
        .containsExactly(1L, 2L, 0L, 1L);
    assertThat(body(1).at("/bookmark/sections/show/0/behavior/name").asText())
        .isEqualTo("$all_events");
    assertThat(body(1).at("/bookmark/sections/group/0/value").asText()).isEqualTo("$event_name");
  }

  @Test
  void whereScriptsAreGoneInsightsDistributesTexts() {
    answer("/query/jql", 404, "{\"error\": \"gone\"}");
    answer(
        "/query/insights",
        """
        {"headers": ["$event", "plan"], "series": {"Buy [Total Events]": {
          "$overall": {"all": 10}, "pro": {"all": 5}, "3": {"all": 4}, "undefined": {"all": 1}}}}
        """);
    DistributionResult result =
        listened().distribution(new DistributionRequest("Buy", "plan", TWO_DAYS, 4));
    assertThat(result.values())
        .containsExactly(
            new ValueCount("pro", 5, 50), new ValueCount("3", 4, 40), new ValueCount(null, 1, 10));
    assertThat(warnings).singleElement().asString().contains("as texts");
  }

  @Test
  void whereScriptsAreGoneInsightsSummarizesNumbers() {
    answer("/query/jql", 405, "{\"error\": \"gone\"}");
    metrics(4, 10, 2.5, 1, 4, 2, 4);
    NumericSummaryResult result =
        listened()
            .numericSummary(new NumericSummaryRequest("Buy", "amount", TWO_DAYS, List.of(50, 90)));
    assertThat(result.count()).isEqualTo(4);
    assertThat(result.sum()).contains(10.0);
    assertThat(result.avg()).contains(2.5);
    assertThat(result.min()).contains(1.0);
    assertThat(result.max()).contains(4.0);
    assertThat(result.stddev()).isEmpty();
    assertThat(result.percentiles()).containsExactly(entry(50, 2.0), entry(90, 4.0));
    assertThat(warnings).singleElement().asString().contains("standard deviation");
  }
}
