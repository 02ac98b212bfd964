package dev.mixpaneldata.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.FunnelStep;
import dev.mixpaneldata.report.ReportDays;
import dev.mixpaneldata.report.ReportEngine;
import dev.mixpaneldata.report.ReportSource;
import dev.mixpaneldata.report.ReportTarget;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SegmentationResult;
import dev.mixpaneldata.report.TimeSpan;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Days that are relative, buckets of funnels, and several breakdowns. */
class DefinedDaysTest extends WireTestCase {
  private static final DateRange DAYS = DateRange.of("2026-01-05", "2026-01-06");
  private static final ReportDays LAST_TWO = ReportDays.of(TimeSpan.parse("2d"));

  @Test
  void relativeDaysAreThoseThatMixpanelAnswersAbout() {
    answer(
        "/query/insights",
        """
        {"date_range": {"from_date": "2026-01-05T00:00:00-08:00",
                        "to_date": "2026-01-06T23:59:59.999000-08:00"},
         "series": {"A [Total Events]": {
           "$overall": {"2026-01-05T00:00:00-08:00": 3},
           "pro": {"$overall": {"2026-01-05T00:00:00-08:00": 3},
                   "US": {"2026-01-05T00:00:00-08:00": 2},
                   "DE": {"2026-01-05T00:00:00-08:00": 1}}}}}
        """);
    SegmentationResult result =
        workspace
            .reports()
            .segmentation(
                SegmentationRequest.of("A", DAYS)
                    .with(r -> r.days(LAST_TWO).on("plan, properties[\"$region, code\"]")));
    JsonNode sections = body(requests().get(0)).path("bookmark").path("sections");
    assertThat(sections.path("time").path(0).toString())
        .isEqualTo(
            "{\"dateRangeType\":\"in the last\",\"unit\":\"day\",\"window\":{\"unit\":\"day\",\"value\":2}}");
    assertThat(sections.path("group").findValuesAsText("value"))
        .containsExactly("plan", "$region, code");
    assertThat(result.fromDate()).isEqualTo(LocalDate.parse("2026-01-05"));
    assertThat(result.series().keySet()).containsExactly("pro, US", "pro, DE");
    assertThat(result.series().get("pro, US").values())
        .extracting(Number::longValue)
        .containsExactly(2L, 0L);
  }

  @Test
  void theDocumentedEndpointIsAskedAboutDates() {
    answer("/query/retention", "{}");
    workspace
        .reports(ReportTarget.of(ReportSource.LIVE).with(t -> t.engine(ReportEngine.DOCUMENTED)))
        .retention(RetentionRequest.of("A", "B", DAYS).with(r -> r.days(LAST_TWO)));
    String sent = requests().get(0).getUrl();
    assertThat(sent).containsPattern("from_date=\\d{4}-").containsPattern("to_date=\\d{4}-");
  }

  @Test
  void aFunnelByDayAsksForTheFunnelOfEachDay() {
    answer(
        "/query/insights",
        """
        {"series": {"A through B": {"count": {"1. A": {"all": 4}, "2. B": {"all": 1}},
                                    "avg_time": {"2. B": {"all": 30}}}}}
        """);
    FunnelResult result =
        workspace
            .reports()
            .funnel(FunnelRequest.ofEvents(DAYS, "A", "B").with(r -> r.unit(CalendarUnit.DAY)));
    assertThat(requests())
        .extracting(
            request ->
                body(request).path("bookmark").path("sections").path("time").path(0).path("value"))
        .extracting(JsonNode::toString)
        .containsExactly("[\"2026-01-05\",\"2026-01-05\"]", "[\"2026-01-06\",\"2026-01-06\"]");
    assertThat(result.series().keySet()).containsExactly("2026-01-05", "2026-01-06");
    assertThat(result.series().get("2026-01-06"))
        .extracting(FunnelStep::count)
        .containsExactly(4L, 1L);
    assertThat(result.steps()).extracting(FunnelStep::count).containsExactly(8L, 2L);
    assertThat(result.steps().get(1).averageSeconds()).contains(30.0);
    assertThat(result.definition().orElseThrow().text()).contains("\"chartType\":\"line\"");
  }

  @Test
  void aFunnelOfManyBucketsIsRefusedBeforeTheFirstQuery() {
    DateRange quarter = DateRange.of("2026-01-01", "2026-03-31");
    assertThatThrownBy(
            () ->
                workspace
                    .reports()
                    .funnel(
                        FunnelRequest.ofEvents(quarter, "A", "B")
                            .with(r -> r.unit(CalendarUnit.DAY))))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CANNOT_ANSWER))
        .hasMessageContaining("90");
    assertThat(requests()).isEmpty();
  }

  @Test
  void daysAreGivenOnce() {
    assertThatThrownBy(() -> Binder.bind(ReportDays.class, Map.of()))
        .hasMessageContaining("from_date and to_date, or last");
    assertThatThrownBy(
            () ->
                Binder.bind(
                    ReportDays.class,
                    Map.of("from_date", "2026-01-05", "to_date", "2026-01-06", "last", "3d")))
        .hasMessageContaining("Both");
    assertThat(List.of(Binder.bind(ReportDays.class, Map.of("last", "2d"))))
        .containsExactly(LAST_TWO);
  }

  private static JsonNode body(LoggedRequest request) {
    return Mappers.read(request.getBodyAsString());
  }
}
