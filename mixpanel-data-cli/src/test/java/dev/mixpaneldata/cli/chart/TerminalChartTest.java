package dev.mixpaneldata.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.chart.Chart;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalChartTest {
  @Test
  void groupsHaveTheirBarsBeneathTheirName() {
    Chart groups =
        new Chart.Groups(
            "Funnel",
            List.of(
                new Chart.Group(
                    "1 A", List.of(new Chart.Bar("x", 1, "9"), new Chart.Bar("yy", 1, "7"))),
                new Chart.Group(
                    "2 B", List.of(new Chart.Bar("x", 0.5, "4"), new Chart.Bar("yy", 0, "")))),
            "the largest 2 of 3 segments");
    assertThat(new TerminalChart(40, false).draw(groups))
        .containsExactly(
            "Funnel",
            "  1 A",
            "    x  " + "█".repeat(31) + " 9",
            "    yy " + "█".repeat(31) + " 7",
            "  2 B",
            "    x  " + "█".repeat(15) + "▌ 4",
            "    yy",
            "  the largest 2 of 3 segments");
  }

  @Test
  void sharesThatAreNotFinalHaveAnAsteriskAndNoShade() {
    Chart heat =
        new Chart.Heatmap(
            "Heat",
            List.of("Mon", "Tue"),
            List.of("0", "1"),
            List.of(List.of(0.5, 0.5), List.of(0.5)),
            List.of(1, 1),
            "not over");
    assertThat(new TerminalChart(60, false).draw(heat))
        .containsExactly(
            "Heat", "           0     1", "  Mon  ▒ 50%  50%*", "  Tue  ▒ 50%", "  * not over");
  }
}
