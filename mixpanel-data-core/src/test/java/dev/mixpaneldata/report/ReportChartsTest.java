package dev.mixpaneldata.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What pictures of reports show of them. */
class ReportChartsTest {
  private static final DateRange DAYS = DateRange.of("2026-01-05", "2026-01-06");

  @Test
  void retentionThatIsSplitIsDrawnBySegment() {
    RetentionCohort ios = RetentionCohort.of("2026-01-05", 4, List.of(2L));
    RetentionCohort web = RetentionCohort.of("2026-01-05", 6, List.of(6L));
    RetentionCohort all = RetentionCohort.of("2026-01-05", 10, List.of(8L));
    RetentionResult result =
        RetentionResult.of(
            RetentionRequest.of("A", "B", DAYS)
                .with(r -> r.unit(CalendarUnit.DAY).intervalCount(1).on("$os")),
            List.of(all),
            Map.of("iOS", List.of(ios), "Web", List.of(web)),
            Optional.empty());
    Chart.Heatmap map = (Chart.Heatmap) result.chart();
    assertThat(map.title()).isEqualTo("A, then B by $os, 2026-01-05 to 2026-01-06");
    assertThat(map.rows()).hasSize(3).first().asString().startsWith("$overall");
    assertThat(map.shares()).contains(List.of(0.8), List.of(0.5), List.of(1.0));
    assertThat(result.cells())
        .extracting(row -> row.get(0))
        .containsExactlyInAnyOrder("$overall", "iOS", "Web");
  }

  @Test
  void titlesHaveMeasureAndPeriodAndKnowHowManySegmentsThereAre() {
    SegmentationResult result =
        SegmentationResult.of(
                SegmentationRequest.of("Buy", DAYS).with(r -> r.on("plan")),
                Map.of("pro", Map.of("2026-01-05", 3L)),
                Optional.empty())
            .ofAll(1914, 1183, 1911);
    Chart.Lines lines = (Chart.Lines) result.chart();
    assertThat(lines.title()).isEqualTo("Buy by plan: events by day, 2026-01-05 to 2026-01-06");
    assertThat(lines.inAll()).isEqualTo(1183);
    assertThat(result.notes())
        .containsExactly("1 of 1,183 segments are shown; the others have 1,911 events.");
    assertThat(result.total()).contains(1914L);
  }
}
