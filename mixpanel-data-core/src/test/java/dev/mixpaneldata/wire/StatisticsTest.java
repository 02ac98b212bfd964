package dev.mixpaneldata.wire;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
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
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
  void dailyCountsHaveEveryDayAndEvent() {
    answer("/query/jql", "[{\"key\": [\"2026-01-06\", \"B\"], \"value\": 2}]");
    List<DailyCount> counts =
        workspace
            .reports()
            .dailyCounts(new DailyCountsRequest(TWO_DAYS, List.of("B", "A")))
            .counts();
    assertThat(sent("POST /api/query/jql").get("params")).contains("\"events\":[\"B\",\"A\"]");
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
}
