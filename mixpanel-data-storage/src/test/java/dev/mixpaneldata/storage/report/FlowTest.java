package dev.mixpaneldata.storage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.FlowAnchor;
import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FlowResult;
import dev.mixpaneldata.report.FlowView;
import dev.mixpaneldata.report.ReportDays;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.TimeSpan;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flows around several events, days that are relative, and several breakdowns. */
class FlowTest {
  private static final DateRange DAYS = DateRange.of("2026-01-05", "2026-01-08");

  @TempDir Path folder;
  private TestingTable table;

  /** Ann buys at once, Bob after two searches and not enough at first, Cem never. */
  @BeforeEach
  void fill() {
    table =
        new TestingTable(folder, "2026-01-01", "2026-01-31")
            .event("Join", "ann", "2026-01-05T09:00:00")
            .event("Buy", "ann", "2026-01-05T10:00:00", "\"n\":20,\"plan\":\"pro\"")
            .event("Rate", "ann", "2026-01-05T11:00:00")
            .event("Join", "bob", "2026-01-05T09:00:00")
            .event("Search", "bob", "2026-01-05T10:00:00")
            .event("Buy", "bob", "2026-01-05T11:00:00", "\"n\":5,\"plan\":\"free\"")
            .event("Search", "bob", "2026-01-05T12:00:00")
            .event("Buy", "bob", "2026-01-05T13:00:00", "\"n\":30,\"plan\":\"free\"")
            .event("Join", "cem", "2026-01-06T09:00:00")
            .event("Leave", "cem", "2026-01-06T10:00:00");
  }

  private static FlowRequest joinThenBuy() {
    return FlowRequest.around(
            List.of(
                FlowAnchor.of("Join"),
                FlowAnchor.parse("Buy[properties[\"n\"] > 10]").with(a -> a.forward(1).reverse(1))),
            DAYS)
        .with(r -> r.forward(2).branches(5));
  }

  @Test
  void eachEventHasTheStepsAroundIt() {
    FlowResult flow = table.reports().flow(joinThenBuy());

    assertThat(flow.anchors())
        .containsExactly(new FlowResult.Anchor("Join", 3), new FlowResult.Anchor("Buy", 2));
    assertThat(flow.conversionRate()).contains(2 / 3.0);
    assertThat(flow.edges())
        .containsExactly(
            new FlowResult.Edge(1, 1, "Join", "Buy", 1),
            new FlowResult.Edge(1, 1, "Join", "Leave", 1),
            new FlowResult.Edge(1, 1, "Join", "Search", 1),
            new FlowResult.Edge(1, 2, "Leave", "$dropoff", 1),
            new FlowResult.Edge(1, 2, "Search", "Buy", 1),
            new FlowResult.Edge(2, -1, "Buy", "Join", 1),
            new FlowResult.Edge(2, -1, "Buy", "Search", 1),
            new FlowResult.Edge(2, 1, "Buy", "$dropoff", 1),
            new FlowResult.Edge(2, 1, "Buy", "Rate", 1));
    assertThat(flow.header()).startsWith("anchor", "step");
    assertThat(flow.paths())
        .containsExactlyInAnyOrder(
            new FlowResult.Path(List.of("Join", "Buy", "Rate"), 1),
            new FlowResult.Path(List.of("Join", "Search", "Buy", "Search", "Buy", "$dropoff"), 1),
            new FlowResult.Path(List.of("Join", "Leave", "$dropoff"), 1));
  }

  @Test
  void usersWhoDoAnExcludedEventAreLeftOut() {
    FlowResult flow = table.reports().flow(joinThenBuy().with(r -> r.exclusions(List.of("Leave"))));
    assertThat(flow.users()).isEqualTo(2);
    assertThat(flow.conversionRate()).contains(1.0);
  }

  @Test
  void aTreeHasEveryBranch() {
    FlowResult flow =
        table
            .reports()
            .flow(FlowRequest.of("Join", DAYS).with(r -> r.forward(1).view(FlowView.TREE)));
    assertThat(flow.cells())
        .containsExactly(
            List.of(1, "Join", "Join", 3L),
            List.of(2, "Buy", "Join > Buy", 1L),
            List.of(2, "Leave", "Join > Leave", 1L),
            List.of(2, "Search", "Join > Search", 1L));
  }

  @Test
  void theSessionsOfMixpanelAreNotInATable() {
    assertThatThrownBy(() -> table.reports().flow(FlowRequest.of("$session_start", DAYS)))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CANNOT_ANSWER));
  }

  @Test
  void relativeDaysEndWithTheTable() {
    ReportDays last = ReportDays.of(TimeSpan.parse("4w"));
    var counts =
        table.reports().segmentation(SegmentationRequest.of("Buy", DAYS).with(r -> r.days(last)));
    assertThat(counts.fromDate()).hasToString("2026-01-04");
    assertThat(counts.toDate()).hasToString("2026-01-31");
    assertThat(counts.total()).contains(3L);
  }

  @Test
  void severalBreakdownsNameTheirSegmentsTogether() {
    var counts =
        table
            .reports()
            .segmentation(
                SegmentationRequest.of("Buy", DAYS).with(r -> r.on("plan, n by 10 from 10 to 40")));
    assertThat(counts.series().keySet())
        .containsExactlyInAnyOrder("pro, 20 - 30", "free, < 10", "free, 30 - 40");
  }

  @Test
  void retentionByCohortsIsRefusedWithTheWayOut() {
    assertThatThrownBy(
            () ->
                table
                    .reports()
                    .retention(
                        RetentionRequest.of("Join", "Buy", DAYS)
                            .with(r -> r.on("{\"cohort\": \"did Search\"}"))))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CANNOT_ANSWER));
  }
}
