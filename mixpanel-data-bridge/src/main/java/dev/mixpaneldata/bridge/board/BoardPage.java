package dev.mixpaneldata.bridge.board;

import dev.mixpaneldata.chart.web.ChartScript;
import dev.mixpaneldata.internal.json.ResultJson;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A board as one HTML page, which loads nothing. Charts are drawn by the code that all pages have;
 * without scripts the page shows the tables.
 */
public final class BoardPage {
  private static final String STYLE =
      """
      body{max-width:1280px}
      @media print{section{break-inside:avoid}.table{max-height:none;overflow:visible}}
      h2{font-size:17px;margin:0}
      section{border-top:1px solid var(--c-grid);padding:16px 0}
      p{margin:4px 0}
      .mute{color:var(--c-mute);font-size:13px}
      .bad{color:var(--c-bad)}
      .answer{display:flex;flex-wrap:wrap;gap:24px;align-items:flex-start;margin-top:12px}
      .chart{flex:3 1 420px;min-width:0}
      .table{flex:2 1 320px;min-width:0;max-height:420px;overflow:auto}
      """;

  private static final String DRAW =
      """
      {
        const charts = JSON.parse(document.getElementById('data').textContent);
        document.querySelectorAll('.chart').forEach((e, i) => MpChart.draw(e, charts[i]));
      }
      """;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final StringBuilder html = new StringBuilder();
  private final List<String> charts = new ArrayList<>();

  private BoardPage() {}

  /** Returns the page of a board. */
  public static String of(Board board) {
    BoardPage page = new BoardPage();
    if (board.pins().isEmpty()) {
      page.line("<p>Nothing is pinned.</p>");
    }
    board.pins().forEach(page::write);
    List<String> scripts = page.charts.isEmpty() ? List.of() : List.of(ChartScript.script(), DRAW);
    String data = "[" + String.join(",", page.charts) + "]";
    return WholePage.of(board.title(), STYLE, page.html.toString(), data, scripts);
  }

  private void write(Pin pin) {
    PinnedAnswer answer = pin.answer();
    line("<section><h2>" + WholePage.text(pin.title()) + "</h2>");
    line(
        "<p class=\"mute\">"
            + WholePage.text(answer.by())
            + ", "
            + time(answer.at())
            + " · "
            + WholePage.text(pin.id())
            + "</p>");
    pin.failure()
        .ifPresent(
            failure ->
                line(
                    "<p class=\"bad\">Not refreshed on "
                        + time(failure.at())
                        + ": "
                        + WholePage.text(failure.message())
                        + " ("
                        + failure.code()
                        + ")</p>"));
    if (!answer.text().isEmpty()) {
      line("<p>" + WholePage.text(answer.text()) + "</p>");
    }
    line("<div class=\"answer\">");
    answer
        .chart()
        .ifPresent(
            chart -> {
              charts.add(ChartCodec.text(chart));
              line("<div class=\"chart\"></div>");
            });
    table(answer);
    line("</div></section>");
  }

  private void table(PinnedAnswer answer) {
    if (answer.rows().isEmpty()) {
      return;
    }
    line("<div class=\"table\" tabindex=\"0\"><table><thead><tr>");
    for (int i = 0; i < answer.columns().size(); i++) {
      cell("th", isNumbers(answer.rows(), i), answer.columns().get(i));
    }
    line("</tr></thead><tbody>");
    for (List<@Nullable Object> row : answer.rows()) {
      html.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        cell("td", row.get(i) instanceof Number, ResultJson.cell(row.get(i)));
      }
      line("</tr>");
    }
    line("</tbody></table>");
    if (answer.rowsInAll() > answer.rows().size()) {
      line(
          "<p class=\"mute\">The first "
              + answer.rows().size()
              + " of "
              + answer.rowsInAll()
              + " rows.</p>");
    }
    line("</div>");
  }

  private void cell(String element, boolean number, String content) {
    html.append('<').append(element).append(number ? " class=\"n\">" : ">");
    html.append(WholePage.text(content)).append("</").append(element).append('>');
  }

  private static boolean isNumbers(List<List<@Nullable Object>> rows, int column) {
    return rows.stream().allMatch(row -> column < row.size() && row.get(column) instanceof Number);
  }

  private void line(String markup) {
    html.append(markup).append('\n');
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }
}
