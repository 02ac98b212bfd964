package dev.mixpaneldata.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.FlowAnchor;
import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FlowResult;
import dev.mixpaneldata.report.FlowView;
import dev.mixpaneldata.report.ReportDays;
import dev.mixpaneldata.report.ReportSource;
import dev.mixpaneldata.report.ReportTarget;
import dev.mixpaneldata.report.TimeSpan;
import dev.mixpaneldata.value.DateRange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Flows around several events, and as trees. */
class FlowAnswersTest extends WireTestCase {
  private static final DateRange DAYS = DateRange.of("2026-01-05", "2026-01-06");

  /** A recorded answer: users who come to the second event early end the steps of the first. */
  @Test
  void aRecordedFlowAroundTwoEventsIsReadWhole() {
    JsonNode recorded =
        Vectors.read("recorded.jsonl", c -> c.id().equals("query-arb-funnels-bookmark-60327697"))
            .findFirst()
            .orElseThrow()
            .answer();
    answer("/query/arb_funnels", recorded.toString());

    FlowResult flow =
        workspace
            .reports(ReportTarget.of(ReportSource.LIVE))
            .flow(
                FlowRequest.around(
                        List.of(
                            FlowAnchor.of("Product Viewed"), FlowAnchor.of("Purchase Completed")),
                        DAYS)
                    .with(r -> r.branches(1)));

    assertThat(flow.anchors())
        .containsExactly(
            new FlowResult.Anchor("Product Viewed", 10_254),
            new FlowResult.Anchor("Purchase Completed", 3259));
    assertThat(flow.conversionRate()).contains(3259 / 10_254.0);
    assertThat(flow.edges())
        .contains(
            new FlowResult.Edge(1, 1, "Product Viewed", "$other", 10_042),
            new FlowResult.Edge(1, 1, "Product Viewed", "Purchase Completed", 15),
            new FlowResult.Edge(1, 3, "$other", "Purchase Completed", 116),
            new FlowResult.Edge(1, 3, "$other", "$dropoff", 267),
            new FlowResult.Edge(2, 1, "Purchase Completed", "Checkout Started", 740),
            new FlowResult.Edge(2, 3, "Product Viewed", "Product Viewed", 385))
        .noneMatch(edge -> edge.from().equals("$dropoff"))
        .hasSize(9 + 15);
    assertThat(
            flow.edges().stream()
                .filter(edge -> edge.anchor() == 2 && edge.step() == 1)
                .mapToLong(FlowResult.Edge::users)
                .sum())
        .isEqualTo(3259);
  }

  @Test
  void treesAreReadInBothSpellings() {
    answer(
        "/query/arb_funnels",
        """
        {"trees": [{"root": {"step": {"event": "", "type": "ANCHOR"}, "children": [
          {"step": {"event": "A", "type": "ANCHOR"}, "totalCount": "5", "dropOffTotalCount": "2",
           "children": [
             {"step": {"event": "C", "type": "NORMAL"}, "total_count": 1, "children": []},
             {"step": {"event": "B", "type": "NORMAL"}, "total_count": 2,
              "drop_off_total_count": 2, "children": []}]}]}}]}
        """);

    FlowResult flow =
        workspace
            .reports(ReportTarget.of(ReportSource.LIVE))
            .flow(
                FlowRequest.of("A", DAYS)
                    .with(r -> r.view(FlowView.TREE).days(ReportDays.of(TimeSpan.parse("2w")))));

    JsonNode sent = body(requests().get(0));
    assertThat(sent.path("query_type").asText()).isEqualTo("flows");
    assertThat(sent.path("bookmark").path("date_range").toString())
        .isEqualTo(
            "{\"type\":\"in the last\",\"from_date\":{\"unit\":\"week\",\"value\":2},\"to_date\":\"$now\"}");
    assertThat(flow.users()).isEqualTo(5);
    assertThat(flow.fromDate().plusDays(13)).isEqualTo(flow.toDate());
    assertThat(flow.tree())
        .containsExactly(
            new FlowResult.Path(List.of("A"), 5),
            new FlowResult.Path(List.of("A", "$dropoff"), 2),
            new FlowResult.Path(List.of("A", "B"), 2),
            new FlowResult.Path(List.of("A", "B", "$dropoff"), 2),
            new FlowResult.Path(List.of("A", "C"), 1));
    assertThat(flow.cells().get(4)).containsExactly(2, "C", "A > C", 1L);
  }

  private static JsonNode body(LoggedRequest request) {
    return Mappers.read(request.getBodyAsString());
  }
}
