package dev.mixpaneldata.wire;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.ConversionWindow;
import dev.mixpaneldata.report.Exclusion;
import dev.mixpaneldata.report.FunnelCounting;
import dev.mixpaneldata.report.FunnelOrder;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.FunnelStep;
import dev.mixpaneldata.report.WindowUnit;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FunnelsTest extends WireTestCase {
  private static final DateRange JANUARY = DateRange.of("2026-01-01", "2026-01-31");

  private static final String TWO_DAYS =
      """
      {"meta": {"dates": ["2026-01-05", "2026-01-06"]},
       "data": {
        "$overall": {"steps": [{"count": 1, "event": "wrong"}]},
        "2026-01-05": {"steps": [
          {"count": 100, "event": "Open", "goal": "Open", "avg_time": 2, "avg_time_from_start": 2},
          {"count": 40, "event": "$custom_event:7", "step_label": "Buy", "custom_event": true,
           "avg_time": 100, "avg_time_from_start": 100, "step_conv_ratio": 0.4}],
          "analysis": {"completion": 40, "starting_amount": 100, "steps": 2, "worst": 1}},
        "2026-01-06": {"steps": [
          {"count": "300", "event": "Open", "avg_time": null},
          {"count": 30, "event": "$custom_event:7", "step_label": "Buy",
           "avg_time": 240, "avg_time_from_start": 240}]}}}
      """;

  @Test
  void daysAreAddedByCountAndNeverByRate() {
    answer("/query/funnels", TWO_DAYS);
    FunnelResult result =
        workspace
            .reports()
            .funnel(FunnelRequest.saved(7509, JANUARY).with(r -> r.unit(CalendarUnit.DAY)));
    assertThat(sent("GET /api/query/funnels"))
        .containsOnly(
            entry("project_id", "12345"),
            entry("funnel_id", "7509"),
            entry("from_date", "2026-01-01"),
            entry("to_date", "2026-01-31"),
            entry("unit", "day"));
    assertThat(result.steps()).extracting(FunnelStep::event).containsExactly("Open", "Buy");
    assertThat(result.steps()).extracting(FunnelStep::count).containsExactly(400L, 70L);
    // The mean of 0.4 and 0.1 would be 0.25.
    assertThat(result.conversionRate()).isCloseTo(0.175, within(1e-12));
    assertThat(result.steps().get(0).averageSeconds()).isEmpty();
    // (40 · 100 s + 30 · 240 s) / 70
    assertThat(result.steps().get(1).averageSeconds().orElseThrow()).isEqualTo(160.0);
    assertThat(result.series()).containsOnlyKeys("2026-01-05", "2026-01-06");
    assertThat(result.header()).startsWith("date", "segment", "step");
    assertThat(result.cells())
        .extracting(row -> row.get(0) + " " + row.get(2) + " " + row.get(4))
        .containsExactly(
            "null 1 400",
            "null 2 70",
            "2026-01-05 1 100",
            "2026-01-05 2 40",
            "2026-01-06 1 300",
            "2026-01-06 2 30");
    assertThat(result.notes()).singleElement().asString().contains("counts once in each bucket");
  }

  @Test
  void anUnsplitFunnelIsOneBucketSoThatAUserCountsOnce() {
    answer("/query/funnels", TWO_DAYS);
    workspace.reports().funnel(FunnelRequest.saved(7509, JANUARY));
    assertThat(sent("GET /api/query/funnels"))
        .containsEntry("interval", "31")
        .doesNotContainKey("unit");
  }

  @Test
  void theOverallSeriesOfASplitAnswerIsTheTotal() {
    answer(
        "/query/funnels",
        """
        {"data": {
          "2026-01-05": {"$overall": [{"count": 10, "event": "A"}, {"count": 5, "event": "B"}],
            "Chrome": [{"count": 4, "event": "A"}, {"count": 3, "event": "B"}],
            "Safari": [{"count": 6, "event": "A"}, {"count": 2, "event": "B"}]},
          "2026-01-06": {"Chrome": [{"count": 5, "event": "A"}, {"count": 0, "event": "B"}]}}}
        """);
    FunnelResult result =
        workspace
            .reports()
            .funnel(
                FunnelRequest.saved(1, JANUARY).with(r -> r.interval(1).on("$browser").limit(20)));
    assertThat(sent("GET /api/query/funnels"))
        .containsEntry("on", "properties[\"$browser\"]")
        .containsEntry("limit", "20")
        .containsEntry("interval", "1");
    assertThat(result.steps()).extracting(FunnelStep::count).containsExactly(15L, 5L);
    assertThat(result.segments().keySet()).containsExactly("Chrome", "Safari");
    assertThat(result.segments().get("Chrome"))
        .extracting(FunnelStep::count)
        .containsExactly(9L, 3L);
  }

  @Test
  void weeksOfAConversionWindowBecomeDays() {
    answer("/query/funnels", "{\"data\": {}}");
    FunnelResult result =
        workspace
            .reports()
            .funnel(
                FunnelRequest.saved(1, JANUARY)
                    .with(r -> r.window(new ConversionWindow(2, WindowUnit.WEEK))));
    assertThat(sent("GET /api/query/funnels"))
        .containsEntry("length", "14")
        .containsEntry("length_unit", "day");
    assertThat(result.steps()).isEmpty();
    assertThat(result.conversionRate()).isZero();
  }

  @Test
  void theNameIsToldWhereItIsAlreadyKnown() {
    answer("/query/funnels", TWO_DAYS);
    answer("/query/funnels/list", "[{\"funnel_id\": 7509, \"name\": \"Checkout\"}]");
    answer("/app/projects/12345/bookmarks", "{\"status\": \"ok\", \"results\": []}");
    FunnelRequest request = FunnelRequest.saved(7509, JANUARY);
    assertThat(workspace.reports().funnel(request).funnelName()).isEmpty();
    workspace.discovery().funnels();
    assertThat(workspace.reports().funnel(request).funnelName()).isEqualTo(Optional.of("Checkout"));
  }

  static Stream<FunnelRequest> whatMixpanelCannotDo() {
    return Stream.of(
        FunnelRequest.ofEvents(JANUARY, "A", "B").with(r -> r.interval(3)),
        FunnelRequest.saved(1, JANUARY).with(r -> r.order(FunnelOrder.ANY)),
        FunnelRequest.saved(1, JANUARY).with(r -> r.counting(FunnelCounting.TOTAL)),
        FunnelRequest.saved(1, JANUARY).with(r -> r.exclusions(List.of(Exclusion.of("Refund")))),
        FunnelRequest.saved(1, JANUARY).with(r -> r.holdConstant(List.of("cart"))),
        FunnelRequest.saved(1, JANUARY)
            .with(r -> r.window(new ConversionWindow(91, WindowUnit.DAY))));
  }

  @ParameterizedTest
  @MethodSource("whatMixpanelCannotDo")
  void whatMixpanelCannotDoIsRefusedBeforeAQueryIsSpent(FunnelRequest request) {
    assertThatThrownBy(() -> workspace.reports().funnel(request))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> assertThat(e.hint().orElse("")).contains("workspace.local(table).reports()"));
    assertThat(requests()).isEmpty();
  }
}
