package dev.mixpaneldata.bridge.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.chart.Chart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file {@code report.html} in Chromium, as a user opens it. */
class ChartPageTest {
  @TempDir private Path folder;

  @Test
  void everyKindOfChartIsDrawnBesideItsTable() throws Exception {
    List<Chart> charts =
        HostileBoard.board().pins().stream().flatMap(pin -> pin.answer().chart().stream()).toList();
    assertThat(charts).hasSize(4);
    for (Chart chart : charts) {
      Path page = Files.writeString(folder.resolve("report.html"), ChartPage.of(chart));
      Chromium.Ended ended = new Chromium(folder).run("--dump-dom", page.toUri().toString());
      assertThat(ended.log()).doesNotContain("Refused to", "Content Security Policy", "Uncaught");
      String dom = ended.output().replaceAll("(?s)<noscript>.*?</noscript>", "");
      assertThat(dom)
          .as(chart.title())
          .containsSubsequence("id=\"chart\"", "<svg", "</svg>", "id=\"table\"", "<td")
          .doesNotContain("id=\"ran\"", "<img");
    }
  }
}
