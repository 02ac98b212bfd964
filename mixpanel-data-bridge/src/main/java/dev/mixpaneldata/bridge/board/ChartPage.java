package dev.mixpaneldata.bridge.board;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.svg.SvgChart;
import dev.mixpaneldata.chart.web.ChartScript;
import dev.mixpaneldata.internal.Sha256;
import java.util.Base64;

/**
 * A chart as one HTML page, with the table of its numbers. It loads nothing: its content security
 * policy permits its own scripts and style sheet alone. Without scripts it shows a drawing.
 */
public final class ChartPage {
  private static final String STYLE =
      """
      :root{color-scheme:light dark}
      body{margin:0 auto;max-width:1100px;padding:24px;background:#fff;color:#1f2333;\
      font:14px/1.5 system-ui,sans-serif}
      @media (prefers-color-scheme:dark){body{background:#171926;color:#e8e9f2}}
      @media print{body{background:#fff;color:#000}}
      h1{font-size:20px;margin:0 0 16px}
      .table{margin-top:24px;overflow-x:auto}
      table{border-collapse:collapse;font-size:13px;width:100%}
      th,td{text-align:left;padding:4px 12px 4px 0;border-bottom:1px solid #8884;\
      overflow-wrap:anywhere}
      th button{padding:0;border:0;background:none;color:inherit;font:inherit;font-weight:600}
      .n{text-align:right;font-variant-numeric:tabular-nums}
      .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
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
    String style = ChartScript.style() + STYLE + SvgChart.STYLE;
    String title = BoardPage.text(chart.title());
    return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        + hash(style)
        + "; script-src "
        + hash(ChartScript.script())
        + " "
        + hash(DRAW)
        + "; base-uri 'none'; form-action 'none'\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + title
        + "</title>\n<style>"
        + style
        + "</style></head><body class=\"mpc-theme\">\n<h1 dir=\"auto\">"
        + title
        + "</h1>\n<div id=\"chart\"></div>\n<noscript>"
        + SvgChart.of(chart)
        + "</noscript>\n<div class=\"table\" id=\"table\"></div>\n"
        + "<script type=\"application/json\" id=\"data\">"
        + ChartCodec.text(chart).replace("<", "\\u003c")
        + "</script>\n<script>"
        + ChartScript.script()
        + "</script>\n<script>"
        + DRAW
        + "</script>\n</body></html>\n";
  }

  private static String hash(String content) {
    return "'sha256-" + Base64.getEncoder().encodeToString(Sha256.of(content)) + "'";
  }
}
