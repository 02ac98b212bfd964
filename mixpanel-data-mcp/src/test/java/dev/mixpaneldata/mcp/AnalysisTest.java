package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.mcp.answer.Wording;
import dev.mixpaneldata.mcp.picture.ChartImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class AnalysisTest {
  private static BufferedImage drawn(Chart chart) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(ChartImage.png(chart).orElseThrow()));
  }

  @Test
  void everyKindOfChartBecomesAPicture() throws IOException {
    List<Chart> charts =
        List.of(
            new Chart.Lines(
                "Lines",
                List.of("a", "b"),
                List.of(new Chart.Series("s", List.of(1.0, Double.NaN)))),
            new Chart.Lines("Point", List.of("a"), List.of(new Chart.Series("s", List.of(1.0)))),
            new Chart.Bars(
                "Bars", List.of(new Chart.Bar("x", 3, "50 %"), new Chart.Bar("x", 2, ""))),
            new Chart.Bars("Nothing", List.of()),
            new Chart.Heatmap(
                "Heat",
                List.of("r", "r"),
                List.of("c", "d"),
                List.of(Arrays.asList(1.0, null), List.of(0.5))));
    for (Chart chart : charts) {
      assertThat(drawn(chart).getWidth()).as(chart.title()).isEqualTo(900);
    }
  }

  @Test
  void commandsAndOptionsBecomeToolsAndArguments() {
    assertThat(Wording.forTools("mp inspect tables lists them"))
        .isEqualTo("list_tables lists them");
    assertThat(Wording.forTools("Add to it with --append, or give --project-timezone."))
        .isEqualTo("Add to it with append: true, or give project_timezone.");
    assertThat(Wording.forTools("The event stays.")).isEqualTo("The event stays.");
  }
}
