package dev.mixpaneldata.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.chart.Chart;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalChartTest {
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
