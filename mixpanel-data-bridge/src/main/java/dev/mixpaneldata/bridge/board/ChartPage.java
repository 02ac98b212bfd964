package dev.mixpaneldata.bridge.board;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.svg.SvgChart;
import dev.mixpaneldata.chart.web.ChartScript;
import java.util.List;

/**
 * A chart as one HTML page, with the table of its numbers. It loads nothing. Without scripts it
 * shows a drawing.
 */
public final class ChartPage {
  private static final String STYLE =
      """
      body{max-width:1100px}
      .table{margin-top:24px;overflow-x:auto}
      """;

  private static final String DRAW =
      """
      {
        const chart = JSON.parse(document.getElementById('data').textContent);
        const {columns, rows} = MpChart.numbers(chart);
        document.getElementById('table').append(MpChart.table(columns, rows, chart.title));
        MpChart.draw(document.getElementById('chart'), chart);
      }
      """;

  private ChartPage() {}

  /** Returns the page of a chart. */
  public static String of(Chart chart) {
    String body =
        "<div id=\"chart\"></div>\n<noscript>"
            + SvgChart.of(chart)
            + "</noscript>\n<div class=\"table\" id=\"table\"></div>";
    return WholePage.of(
        chart.title(),
        STYLE + SvgChart.STYLE,
        body,
        ChartCodec.text(chart),
        List.of(ChartScript.script(), DRAW));
  }
}
