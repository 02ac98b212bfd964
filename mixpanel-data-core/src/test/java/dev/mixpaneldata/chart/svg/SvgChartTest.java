package dev.mixpaneldata.chart.svg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.chart.Chart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SvgChartTest {
  private static final String HOSTILE =
      "</title><script>alert('x')</script>\" onload=\"y\u202e\u0007";

  @Test
  void everyKindIsWellFormedAndEveryLabelIsText() throws Exception {
    for (Chart chart : kinds(HOSTILE)) {
      Document svg = parsed(chart);

      NodeList all = svg.getElementsByTagName("*");
      for (int i = 0; i < all.getLength(); i++) {
        Element element = (Element) all.item(i);
        assertThat(element.getTagName())
            .isIn("svg", "text", "line", "rect", "path", "circle", "title");
        for (int a = 0; a < element.getAttributes().getLength(); a++) {
          assertThat(element.getAttributes().item(a).getNodeName())
              .doesNotStartWith("on")
              .isNotIn("style", "href");
        }
      }
      assertThat(svg.getDocumentElement().getAttribute("aria-label"))
          .as(chart.toString())
          .contains("<script>alert('x')</script>")
          .contains("\\u202e\\u0007");
    }
  }

  @Test
  void aLineHasAGapWhereANumberIsMissing() throws Exception {
    Document svg =
        parsed(
            new Chart.Lines(
                "t",
                List.of("2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"),
                List.of(new Chart.Series("a", List.of(1.0, 2.0, Double.NaN, 4.0)))));

    String path = ((Element) svg.getElementsByTagName("path").item(0)).getAttribute("d");
    assertThat(path.chars().filter(c -> c == 'M')).hasSize(2);
    assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(3);
  }

  @Test
  void barsAreAsLongAsTheirValues() throws Exception {
    Document svg =
        parsed(
            new Chart.Bars(
                "t", List.of(new Chart.Bar("a", 400, ""), new Chart.Bar("b", 100, "25%"))));

    NodeList bars = svg.getElementsByTagName("rect");
    double first = Double.parseDouble(((Element) bars.item(0)).getAttribute("width"));
    double second = Double.parseDouble(((Element) bars.item(1)).getAttribute("width"));
    assertThat(first / second).isBetween(3.98, 4.02);
    assertThat(svg.getDocumentElement().getTextContent()).contains("100 (25%)");
  }

  @Test
  void anAxisHasRoundNumbersAndZero() {
    assertThat(Axis.over(List.of(3.0, 87.0)).ticks()).containsExactly(0.0, 25.0, 50.0, 75.0, 100.0);
    assertThat(Axis.over(List.of(-5.0, 5.0)).ticks()).contains(-5.0, 0.0, 5.0);
    assertThat(Axis.over(List.of(0.0)).ticks()).containsExactly(0.0, 1.0);
    assertThat(Axis.over(List.of(1.0, 2.0)).ticks()).containsExactly(0.0, 1.0, 2.0);
    assertThat(Axis.over(List.of(Double.NaN, 0.3)).most()).isBetween(0.3, 0.4);
  }

  private static List<Chart> kinds(String text) {
    List<Chart.Bar> bars = List.of(new Chart.Bar(text, 0.5, text), new Chart.Bar("b", 0.25, ""));
    return List.of(
        new Chart.Lines(
            text, List.of(text, "2026-01-02"), List.of(new Chart.Series(text, List.of(1.0, 2.5)))),
        new Chart.Lines(text, List.of("2026-01-02"), List.of(new Chart.Series(text, List.of(1.0)))),
        new Chart.Bars(text, bars),
        new Chart.Groups(text, List.of(new Chart.Group(text, bars)), text),
        new Chart.Heatmap(
            text,
            List.of(text, "row"),
            List.of(text, "column"),
            List.of(Arrays.asList(1.0, 0.5), Arrays.asList(0.25, null)),
            List.of(2, 0),
            text));
  }

  private static Document parsed(Chart chart) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(SvgChart.of(chart).getBytes(StandardCharsets.UTF_8)));
  }
}
