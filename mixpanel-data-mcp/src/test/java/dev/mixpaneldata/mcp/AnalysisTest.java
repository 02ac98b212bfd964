package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.mcp.answer.AnswerText;
import dev.mixpaneldata.mcp.picture.ChartImage;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelRequestBuilder;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.FunnelStep;
import dev.mixpaneldata.report.RetentionCohort;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionResult;
import dev.mixpaneldata.report.StepDurations;
import dev.mixpaneldata.value.DateRange;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
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
            new Chart.Groups("No groups", List.of(), ""),
            new Chart.Groups(
                "Groups",
                List.of(
                    new Chart.Group("1 A", List.of(new Chart.Bar("x", 1, "100 %"))),
                    new Chart.Group("2 B", List.of(new Chart.Bar("x", 0.4, "40 %")))),
                "the largest 1 of 9 segments"),
            new Chart.Heatmap(
                "Heat",
                List.of("r", "r"),
                List.of("c", "d"),
                List.of(Arrays.asList(1.0, null), List.of(0.5))));
    for (Chart chart : charts) {
      assertThat(drawn(chart).getWidth()).as(chart.title()).isEqualTo(900);
    }
  }

  /** Each of two segments has a colour of its own, and bars that are as high as its shares. */
  @Test
  void segmentsOfAFunnelAreBarsBesideEachOther() throws IOException {
    Map<String, List<FunnelStep.Counted>> segments =
        Map.of("free", counted(200, 50), "pro", counted(100, 75));
    Chart.Groups groups = chart(Map.of("2026-01-05", counted(300, 125)), segments);
    assertThat(groups.groups().get(1).label()).isEqualTo("2 B");
    assertThat(groups.groups().get(1).bars())
        .containsExactly(
            new Chart.Bar("free", 0.25, "25.0 %  50"), new Chart.Bar("pro", 0.75, "75.0 %  75"));

    BufferedImage picture = drawn(groups);
    Map<Integer, Integer> colours = new HashMap<>();
    for (int x = 0; x < picture.getWidth(); x++) {
      for (int y = 0; y < picture.getHeight() * 4 / 5; y++) {
        colours.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
      }
    }
    double free = colours.getOrDefault(0x5b4be0, 0);
    double pro = colours.getOrDefault(0xe86a33, 0);
    assertThat(pro / free).isCloseTo(1.75 / 1.25, within(0.05));
  }

  @Test
  void ofManySegmentsTheLargestAreDrawnAndTheRestIsSaid() {
    Map<String, List<FunnelStep.Counted>> segments = new HashMap<>();
    for (int i = 1; i <= 20; i++) {
      segments.put("s" + i, counted(i, 1));
    }
    Chart.Groups groups = chart(Map.of(), segments);
    assertThat(groups.groups().get(0).bars())
        .extracting(Chart.Bar::label)
        .containsExactly("s20", "s19", "s18", "s17", "s16", "s15", "s14", "s13");
    assertThat(groups.note()).isEqualTo("the largest 8 of 20 segments");
  }

  private static Chart.Groups chart(
      Map<String, List<FunnelStep.Counted>> days, Map<String, List<FunnelStep.Counted>> segments) {
    FunnelRequestBuilder funnel =
        FunnelRequest.ofEvents(DateRange.of("2026-01-05", "2026-01-05"), "A", "B")
            .with()
            .on("plan");
    return (Chart.Groups)
        FunnelResult.of(funnel.build(), Optional.empty(), days, segments, Optional.empty()).chart();
  }

  private static List<FunnelStep.Counted> counted(long first, long second) {
    return List.of(
        new FunnelStep.Counted("A", first, StepDurations.NONE, StepDurations.NONE),
        new FunnelStep.Counted("B", second, StepDurations.NONE, StepDurations.NONE));
  }

  @Test
  void lettersWithoutAFontAreToldAndEmojiAreNot() {
    // Egyptian hieroglyphs and Linear A.
    String name = "\ud80c\udc00\ud801\ude00";
    Chart unreadable =
        new Chart.Bars("Bars", List.of(new Chart.Bar("a", 1, ""), new Chart.Bar(name, 1, "")));
    assumeThat(new Font(Font.SANS_SERIF, Font.PLAIN, 12).canDisplayUpTo(name)).isNotNegative();
    assertThat(ChartImage.lackingFont(unreadable))
        .hasValueSatisfying(t -> assertThat(t).contains(name));
    assertThat(
            ChartImage.lackingFont(
                new Chart.Bars("Bars", List.of(new Chart.Bar("Key \ud83d\udddd", 1, "")))))
        .isEmpty();
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
  void theOnlyRowOfASeriesIsInTheText() {
    RetentionResult result =
        RetentionResult.of(
            RetentionRequest.of("A", "B", DateRange.of("2026-01-05", "2026-01-05")),
            List.of(RetentionCohort.of("2026-01-05", 4, List.of(3L))),
            Map.of(),
            Optional.empty());
    assertThat(AnswerText.of("Retention", result)).contains("| 2026-01-05 | 4 | 0 | 3 | 0.75 |");
  }
}
