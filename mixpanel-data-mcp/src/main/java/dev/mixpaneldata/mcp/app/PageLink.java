package dev.mixpaneldata.mcp.app;

import dev.mixpaneldata.internal.json.ResultJson;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A report with its whole request on the page of {@code mp ui}. The address has no token: it opens
 * in a browser that the page has let in already.
 *
 * @param server the address of the page; empty if none is served
 * @param place the place on the page, after its {@code #}
 */
public record PageLink(Optional<URI> server, String place) {
  /** Marks parameters of the target, as the page does. */
  private static final String TARGET = "~";

  /**
   * Returns the link to a report.
   *
   * @param arguments the arguments of the report, by the names of its parameters
   * @param target who answers, by the names of the parameters of {@link
   *     dev.mixpaneldata.report.ReportTarget}
   */
  public static PageLink of(
      Optional<URI> server, String report, Map<String, ?> arguments, Map<String, ?> target) {
    List<String> query = new ArrayList<>();
    arguments.forEach((name, value) -> add(query, name, value));
    target.forEach((name, value) -> add(query, TARGET + name, value));
    return new PageLink(server, "/report/" + report + "?" + String.join("&", query));
  }

  private static void add(List<String> query, String name, Object value) {
    Collection<?> values = value instanceof Collection<?> several ? several : List.of(value);
    for (Object one : values) {
      boolean plain = one instanceof String || one instanceof Number || one instanceof Boolean;
      query.add(encoded(name) + "=" + encoded(plain ? one.toString() : ResultJson.text(one)));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Returns what the page inside assistants gets: an address if there is one, and a command. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    server.ifPresent(address -> json.put("url", address + "#" + place));
    // Encoded as they are, places have nothing that a shell reads within these quotes.
    json.put("command", "mp ui --page \"" + place + "\"");
    return json;
  }
}
