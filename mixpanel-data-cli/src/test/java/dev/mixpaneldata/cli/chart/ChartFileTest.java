package dev.mixpaneldata.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.internal.json.Mappers;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** Charts as files of each kind. */
class ChartFileTest {
  private static final String NAME = "<b> & \"name\" </script>";
  private static final Chart.Bars BARS =
      new Chart.Bars(NAME, List.of(new Chart.Bar(NAME, 3, "1 %"), new Chart.Bar("b", 1, "")));

  static Stream<Chart> charts() {
    return Stream.of(
        new Chart.Lines(
            NAME,
            List.of("2026-01-01", "2026-01-02"),
            List.of(new Chart.Series(NAME, List.of(1.0, Double.NaN)))),
        BARS,
        new Chart.Groups(
            NAME,
            List.of(new Chart.Group("1", BARS.bars()), new Chart.Group("2", BARS.bars())),
            ""),
        new Chart.Heatmap(NAME, List.of(NAME), List.of("0", "1"), List.of(List.of(0.5, 0.25))),
        new Chart.Flow(NAME, List.of(new Chart.Link(1, "a", "b", 3)), BARS));
  }

  private static String content(Chart chart, String file) {
    return new String(ChartFile.of(Path.of(file)).content(chart), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("charts")
  void eachFileBeginsAsItsKindDoes(Chart chart) throws Exception {
    for (String file : List.of("a.png", "a.html", "a.SVG", "a.vega.json", "a")) {
      ChartFile kind = ChartFile.of(Path.of(file));
      assertThat(kind.content(chart)).as(file).startsWith(kind.beginning());
    }
    JsonNode vega = Mappers.read(content(chart, "a.vega.json"));
    assertThat(vega.at("/data/values")).isNotEmpty();
    assertThat(vega.path("encoding").findValuesAsText("field"))
        .allMatch(field -> vega.at("/data/values/0").has(field));
    assertThat(content(chart, "a.html"))
        .contains("default-src 'none'", "\\u003cb>")
        .doesNotContain("<b>");
    var xml = DocumentBuilderFactory.newInstance();
    assertThat(
            xml.newDocumentBuilder()
                .parse(new InputSource(new StringReader(content(chart, "a.svg"))))
                .getDocumentElement()
                .getTagName())
        .isEqualTo("svg");
  }

  @Test
  void theEndingChooses() {
    assertThat(ChartFile.of(Path.of("x.html"))).isEqualTo(ChartFile.HTML);
    assertThat(ChartFile.of(Path.of("x.json"))).isEqualTo(ChartFile.PNG);
  }
}
