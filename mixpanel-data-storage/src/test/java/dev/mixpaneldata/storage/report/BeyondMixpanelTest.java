package dev.mixpaneldata.storage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.ActiveUsersRequest;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FlowResult;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SessionFigures;
import dev.mixpaneldata.report.SessionsRequest;
import dev.mixpaneldata.report.SessionsResult;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports that Mixpanel's web application has and its API has not. */
class BeyondMixpanelTest {
  private static final DateRange DAYS = DateRange.of("2026-01-05", "2026-01-08");

  @TempDir Path folder;
  private TestingTable table;

  @BeforeEach
  void emptyTable() {
    table = new TestingTable(folder, "2026-01-01", "2026-01-31");
  }

  @Test
  void usersAreActiveInTheDaysUpToEachDay() {
    table
        .event("E", "a", "2026-01-03T10:00:00")
        .event("E", "a", "2026-01-05T10:00:00")
        .event("E", "a", "2026-01-05T11:00:00")
        .event("E", "b", "2026-01-05T10:00:00")
        .event("E", "b", "2026-01-06T10:00:00")
        .event("E", "", "2026-01-06T10:00:00");

    ActiveUsersRequest request =
        new ActiveUsersRequest(DAYS, List.of(), Optional.empty(), List.of(3, 1), true);
    Map<String, Map<String, Number>> series = table.reports().activeUsers(request).series();

    assertThat(series).containsOnlyKeys("1", "3", "cumulative");
    assertThat(series.get("1").values()).containsExactly(2L, 1L, 0L, 0L);
    assertThat(series.get("3").values()).containsExactly(2L, 2L, 2L, 1L);
    assertThat(series.get("cumulative").values()).containsExactly(2L, 2L, 2L, 2L);
  }

  @Test
  void pathsLeadToAnEventAndFromIt() {
    table
        .event("Open", "a", "2026-01-05T09:00:00")
        .event("Cart", "a", "2026-01-05T10:00:00")
        .event("Pay", "a", "2026-01-05T11:00:00")
        .event("Cart", "a", "2026-01-05T12:00:00")
        .event("Cart", "b", "2026-01-05T10:00:00")
        .event("Pay", "b", "2026-01-05T11:00:00")
        .event("Cart", "c", "2026-01-05T10:00:00");
    FlowResult flow =
        table.reports().flow(FlowRequest.of("Cart", DAYS).with(r -> r.forward(2).reverse(1)));

    assertThat(flow.users()).isEqualTo(3);
    assertThat(flow.edges())
        .containsExactly(
            new FlowResult.Edge(1, -1, "Cart", "$dropoff", 2),
            new FlowResult.Edge(1, -1, "Cart", "Open", 1),
            new FlowResult.Edge(1, 1, "Cart", "Pay", 2),
            new FlowResult.Edge(1, 1, "Cart", "$dropoff", 1),
            new FlowResult.Edge(1, 2, "Pay", "$dropoff", 1),
            new FlowResult.Edge(1, 2, "Pay", "Cart", 1));
    assertThat(flow.paths())
        .contains(new FlowResult.Path(List.of("Open", "Cart", "Pay", "Cart"), 1));
  }

  @Test
  void aCohortAndItsOthersSplitAReport() {
    table
        .event("Buy", "a", "2026-01-05T10:00:00")
        .event("Buy", "a", "2026-01-06T10:00:00")
        .event("Buy", "b", "2026-01-06T10:00:00")
        .event("Buy", "", "2026-01-06T10:00:00")
        .profile("a", "\"plan\":\"free\"")
        .profile("b", "\"plan\":\"pro\"");
    Cohort twice = Cohort.whoDid(EventSelector.of("Buy"), 2, 7, DAYS.to());
    Cohort pro = Cohort.ofProfiles("properties[\"plan\"] == \"pro\"");

    assertThat(buys(twice)).isEqualTo(2);
    assertThat(buys(twice.others())).isEqualTo(2);
    assertThat(buys(twice.others().others())).isEqualTo(2);
    assertThat(buys(pro)).isEqualTo(1);
    assertThat(buys(pro.others())).isEqualTo(3);
  }

  @Test
  void lastDaysAreThoseOfTheTable() {
    table
        .event("Buy", "a", "2026-01-05T10:00:00")
        .event("Buy", "b", "2026-01-05T10:00:00")
        .event("Open", "a", "2026-01-30T00:00:00")
        .event("Open", "b", "2026-01-29T23:59:59.999");
    assertThat(buys(Cohort.parse("did Open in the last 2 days"))).isEqualTo(1);
    assertThat(buys(Cohort.parse("did Open in the last 3 days"))).isEqualTo(2);
    assertThat(buys(Cohort.parse("did Open at least 2 times"))).isZero();
    assertThat(buys(Cohort.parse("not did Open").and(Cohort.parse("did Buy")))).isZero();
    assertThatThrownBy(() -> buys(Cohort.parse("did Open in the last 32 days")))
        .hasMessageContaining("has only 31 days");
  }

  @Test
  void aSessionEndsWithAPauseAndAtMidnight() {
    table
        .event("E", "a", "2026-01-05T10:00:00")
        .event("E", "a", "2026-01-05T10:30:00")
        .event("E", "a", "2026-01-05T11:00:00.001")
        .event("E", "a", "2026-01-05T23:50:00")
        .event("E", "a", "2026-01-06T00:10:00")
        .event("E", "b", "2026-01-05T10:00:00")
        .event("E", "", "2026-01-05T10:00:00");
    SessionsResult result = table.reports().sessions(SessionsRequest.of(DAYS));

    assertThat(result.series())
        .containsEntry(
            "2026-01-05",
            new SessionFigures(4, 2, 5, Optional.of(1.25), Optional.of(450.0), Optional.of(0.0)))
        .containsEntry("2026-01-07", SessionFigures.NONE);
    assertThat(result.total().sessions()).isEqualTo(5);
    assertThat(result.total().users()).isEqualTo(2);
    assertThat(
            table
                .reports(scope -> scope.zone(ZoneId.of("Asia/Tokyo")))
                .sessions(SessionsRequest.of(DAYS))
                .total()
                .sessions())
        .as("midnight is another one")
        .isEqualTo(4);
  }

  @Test
  void whatTheExportLacksIsRefused() {
    table.event("Buy", "a", "2026-01-05T10:00:00");
    for (String event : List.of("$custom_event:7", "$session_start")) {
      assertThatThrownBy(() -> table.reports().segmentation(SegmentationRequest.of(event, DAYS)))
          .as("%s", event)
          .extracting(e -> ((MixpanelDataException) e).hint().orElseThrow())
          .asString()
          .contains("Source.LIVE");
    }
  }

  @Test
  void mixpanelIsNamedWhereItCanBeAsked() {
    table.event("Buy", "a", "2026-01-05T10:00:00");
    assertThatThrownBy(() -> table.reports().flow(FlowRequest.of("$custom_event:7", DAYS)))
        .extracting(e -> ((MixpanelDataException) e).hint().orElseThrow())
        .isEqualTo("Name the events that it is made of.");
    Cohort buyers = Cohort.parse("did Buy");
    assertThatThrownBy(
            () ->
                table
                    .reports(scope -> scope.cohort(buyers))
                    .segmentation(SegmentationRequest.of("$session_start", DAYS)))
        .extracting(e -> ((MixpanelDataException) e).hint().orElseThrow())
        .isEqualTo(
            "Count sessions with workspace.reports().sessions(), or ask Mixpanel with"
                + " ReportTarget.of(ReportSource.LIVE).");
  }

  private long buys(Cohort cohort) {
    return table
        .reports(scope -> scope.cohort(cohort))
        .segmentation(SegmentationRequest.of("Buy", DAYS))
        .total()
        .orElseThrow();
  }

  @Test
  void profilesAreReadByUser() {
    table
        .event("Buy", "a", "2026-01-05T10:00:00")
        .event("Buy", "a", "2026-01-06T10:00:00")
        .event("Buy", "c", "2026-01-06T10:00:00")
        .profile("a", "\"plan\":\"free\"")
        .profile("b", "\"plan\":\"pro\"");

    assertThat(
            table
                .reports()
                .segmentation(SegmentationRequest.of("Buy", DAYS).with(r -> r.on("user[\"plan\"]")))
                .series()
                .keySet())
        .containsExactly("free", "undefined");
  }
}
