package dev.mixpaneldata.bridge.board;

import dev.mixpaneldata.chart.web.ChartScript;
import dev.mixpaneldata.internal.Sha256;
import dev.mixpaneldata.internal.Visible;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An HTML page that loads nothing, for light and dark screens and for paper: its content security
 * policy permits its own scripts and style sheet alone. Everything from data is text.
 */
final class WholePage {
  private static final String STYLE =
      """
      :root{color-scheme:light dark}
      body{margin:0 auto;padding:24px;background:var(--c-paper);color:var(--c-ink);\
      font:15px/1.5 system-ui,sans-serif}
      @media print{.mpc svg{max-width:100%;height:auto}.mpc-tip{display:none}}
      h1{font-size:22px;margin:0 0 16px}
      table{border-collapse:collapse;font-size:13px;width:100%}
      th,td{text-align:left;padding:4px 12px 4px 0;border-bottom:1px solid var(--c-grid);\
      vertical-align:top;overflow-wrap:anywhere}
      th button{padding:0;border:0;background:none;color:inherit;font:inherit;font-weight:600}
      .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
      .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
      """;

  private static final String DATA = "application/json";

  private WholePage() {}

  /**
   * Returns a page.
   *
   * @param title the title, also above the body
   * @param style a style sheet beside that of all pages
   * @param body markup
   * @param data JSON that the last script reads from the element {@code data}
   * @param scripts scripts that run after the body; empty for a page without
   */
  static String of(String title, String style, String body, String data, List<String> scripts) {
    String sheet = ChartScript.style() + STYLE + style;
    String hashes = scripts.stream().map(WholePage::hash).collect(Collectors.joining(" "));
    String policy =
        "default-src 'none'; style-src "
            + hash(sheet)
            + (hashes.isEmpty() ? "" : "; script-src " + hashes)
            + "; base-uri 'none'; form-action 'none'";
    Stream<String> head =
        Stream.of(
            "<!doctype html>",
            "<html lang=\"en\"><head><meta charset=\"utf-8\">",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            "<meta name=\"referrer\" content=\"no-referrer\">",
            "<title>" + text(title) + "</title>",
            "<style>" + sheet + "</style></head><body class=\"mpc-theme\">",
            "<h1 dir=\"auto\">" + text(title) + "</h1>",
            body);
    Stream<String> end =
        scripts.isEmpty()
            ? Stream.empty()
            : Stream.concat(
                Stream.of(
                    "<script type=\"" + DATA + "\" id=\"data\">" + inScript(data) + "</script>"),
                scripts.stream().map(script -> "<script>" + script + "</script>"));
    return Stream.of(head, end, Stream.of("</body></html>", ""))
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  /** Returns a text as markup that shows it. */
  static String text(String content) {
    return Visible.line(content)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Returns JSON that cannot end the element it stands in. */
  private static String inScript(String json) {
    return json.replace("<", "\\u003c");
  }

  private static String hash(String content) {
    return "'sha256-" + Base64.getEncoder().encodeToString(Sha256.of(content)) + "'";
  }
}
