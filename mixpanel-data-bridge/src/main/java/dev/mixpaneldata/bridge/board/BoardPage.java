package dev.mixpaneldata.bridge.board;

import dev.mixpaneldata.chart.svg.SvgChart;
import dev.mixpaneldata.internal.Sha256;
import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.internal.json.ResultJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A board as one HTML page for light and dark screens and for paper. It loads nothing and has no
 * script: its content security policy permits its own style sheet alone. Everything from data is
 * text.
 */
public final class BoardPage {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--paper:#ffffff;--ink:#333344;--mute:#6b6b7d;--rule:#e4e4ec;\
      --bad:#b3261e}
      @media (prefers-color-scheme:dark){:root{--paper:#14141c;--ink:#e6e6f0;--mute:#a5a5b8;\
      --rule:#3a3a48;--bad:#ff8a80}}
      @media print{:root{--paper:#ffffff;--ink:#000000;--mute:#444444;--rule:#cccccc;--bad:#8a0000}\
      section{break-inside:avoid}.table{max-height:none;overflow:visible}}
      body{margin:0 auto;max-width:1280px;padding:24px;background:var(--paper);color:var(--ink);\
      font:15px/1.5 system-ui,sans-serif}
      h1{font-size:24px;margin:0 0 16px}
      h2{font-size:17px;margin:0}
      section{border-top:1px solid var(--rule);padding:16px 0}
      p{margin:4px 0}
      .mute{color:var(--mute);font-size:13px}
      .bad{color:var(--bad)}
      .answer{display:flex;flex-wrap:wrap;gap:24px;align-items:flex-start;margin-top:12px}
      .chart{flex:3 1 420px;min-width:0}
      .table{flex:2 1 320px;min-width:0;max-height:420px;overflow:auto}
      table{border-collapse:collapse;font-size:13px;width:100%}
      th,td{text-align:left;padding:3px 10px 3px 0;border-bottom:1px solid var(--rule);\
      vertical-align:top;overflow-wrap:break-word}
      th.n,td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
      """;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final StringBuilder html = new StringBuilder();

  private BoardPage() {}

  /** Returns the page of a board. */
  public static String of(Board board) {
    BoardPage page = new BoardPage();
    page.write(board);
    return page.html.toString();
  }

  private void write(Board board) {
    String style = STYLE + SvgChart.STYLE;
    line("<!doctype html>");
    line("<html lang=\"en\"><head><meta charset=\"utf-8\">");
    line(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
            + " 'sha256-"
            + hash(style)
            + "'; base-uri 'none'; form-action 'none'\">");
    line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    line("<meta name=\"referrer\" content=\"no-referrer\">");
    line("<title>" + text(board.title()) + "</title>");
    line("<style>" + style + "</style></head><body>");
    line("<h1>" + text(board.title()) + "</h1>");
    if (board.pins().isEmpty()) {
      line("<p>Nothing is pinned.</p>");
    }
    board.pins().forEach(this::write);
    line("</body></html>");
  }

  private void write(Pin pin) {
    PinnedAnswer answer = pin.answer();
    line("<section><h2>" + text(pin.title()) + "</h2>");
    line(
        "<p class=\"mute\">"
            + text(answer.by())
            + ", "
            + time(answer.at())
            + " · "
            + text(pin.id())
            + "</p>");
    pin.failure()
        .ifPresent(
            failure ->
                line(
                    "<p class=\"bad\">Not refreshed on "
                        + time(failure.at())
                        + ": "
                        + text(failure.message())
                        + " ("
                        + failure.code()
                        + ")</p>"));
    if (!answer.text().isEmpty()) {
      line("<p>" + text(answer.text()) + "</p>");
    }
    line("<div class=\"answer\">");
    answer
        .chart()
        .ifPresent(chart -> line("<div class=\"chart\">" + SvgChart.of(chart) + "</div>"));
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
    html.append(text(content)).append("</").append(element).append('>');
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

  /** Returns a text as the content of an element. */
  /** Returns a text as markup that shows it. */
  static String text(String content) {
    return Visible.line(content)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String hash(String style) {
    byte[] sha = Sha256.start().digest(style.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(sha);
  }
}
