package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.mcp.answer.AnswerText;
import dev.mixpaneldata.mcp.answer.Wording;
import dev.mixpaneldata.mcp.picture.ChartImage;
import dev.mixpaneldata.report.RetentionCohort;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionResult;
import dev.mixpaneldata.value.DateRange;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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

  /** The cells of a row of four: the last two are not over, and have the palest shade. */
  @Test
  void sharesThatAreNotFinalAreThePalest() throws IOException {
    BufferedImage picture =
        drawn(
            new Chart.Heatmap(
                "Heat",
                List.of("r"),
                List.of("a", "b", "c", "d"),
                List.of(List.of(0.8, 0.8, 0.8, 0.0)),
                List.of(2),
                "not over"));
    List<Integer> brightness =
        IntStream.of(250, 430, 610, 790)
            .map(x -> picture.getRGB(x, picture.getHeight() / 2 - 20) & 0xff00)
            .boxed()
            .toList();
    assertThat(brightness.get(0)).isEqualTo(brightness.get(1)).isLessThan(brightness.get(2));
    assertThat(brightness.get(2)).isEqualTo(brightness.get(3));
  }

  @Test
  void retentionThatIsNotOverIsMarkedInTheText() {
    RetentionResult result =
        RetentionResult.of(
            RetentionRequest.of("A", "B", DateRange.of("2026-01-05", "2026-01-05")),
            List.of(RetentionCohort.of("2026-01-05", 4, List.of(3L, 1L), 1)),
            Map.of(),
            Optional.empty());
    assertThat(AnswerText.of("Retention", result))
        .contains("| 2026-01-05 | 4 | 0.75 | 0.25* |")
        .endsWith("\\* not over yet for all users of the row: the number can grow.");
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
