package dev.mixpaneldata.mcp.app;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.mixpaneldata.bridge.board.ChartCodec;
import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.web.ChartScript;
import dev.mixpaneldata.internal.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The page that draws the charts of answers inside a host, by the extension MCP Apps (SEP-1865). It
 * is one file, which loads nothing. The chart comes to it in {@code _meta} of the result, which
 * hosts keep from the model.
 */
public final class ChartApp {
  /** The type of such pages. */
  public static final String TYPE = "text/html;profile=mcp-app";

  /** The page. */
  public static final String HTML = html();

  /** The address of the page; hosts keep pages, so it changes with the content. */
  public static final String ADDRESS =
      "ui://mp/chart-" + Sha256.hex(HTML).substring(0, 8) + ".html";

  /** What the server says of itself. */
  public static final Map<String, Map<String, Object>> EXTENSION =
      Map.of("io.modelcontextprotocol/ui", Map.of());

  /** What a tool says of the page; the second entry is the older form, which some hosts read. */
  public static final Map<String, Object> TOOL = tool();

  /** What the page may do: nothing beyond its own frame. */
  public static final Map<String, Object> PAGE =
      Map.of(
          "ui",
          Map.of(
              "csp",
              Map.of(
                  "connectDomains", List.of(),
                  "resourceDomains", List.of(),
                  "frameDomains", List.of(),
                  "baseUriDomains", List.of()),
              "permissions",
              Map.of(),
              "prefersBorder",
              true));

  /** The chart of a result. */
  private static final String CHART = "mixpanel/chart";

  /** Where {@code mp ui} shows the same. */
  private static final String OPEN = "mixpanel/open";

  /** The longest chart that is sent, in characters: hosts refuse much longer messages. */
  private static final int LONGEST = 1_000_000;

  private ChartApp() {}

  private record Raw(@JsonValue @JsonRawValue String json) {}

  /**
   * Returns what a result says of its chart, and where {@code mp ui} shows it; nothing if that is
   * too long to send.
   */
  public static Map<String, Object> meta(Chart chart, Optional<PageLink> page) {
    String json = ChartCodec.text(chart);
    if (json.length() > LONGEST) {
      return Map.of();
    }
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put(CHART, new Raw(json));
    page.ifPresent(link -> meta.put(OPEN, link.json()));
    return meta;
  }

  private static Map<String, Object> tool() {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("ui", Map.of("resourceUri", ADDRESS));
    meta.put("ui/resourceUri", ADDRESS);
    return meta;
  }

  private static String html() {
    return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        + "<title>Chart</title><style>"
        + ChartScript.style()
        + text("page.css")
        + "</style></head><body class=\"mpc-theme\"><main id=\"page\"></main><script>"
        + ChartScript.script()
        + "</script><script>"
        + text("page.js")
        + "</script></body></html>";
  }

  private static String text(String name) {
    try (InputStream stream = ChartApp.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
