package dev.mixpaneldata.bridge.oauth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters that a vendor sends back with the browser. */
public final class RedirectParameters {
  private RedirectParameters() {}

  /** Those of a query string. */
  static Map<String, String> ofQuery(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.putIfAbsent(
            decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  /** Those of what a user pasted: the whole address, its query, or the bare parameters. */
  public static Map<String, String> ofPasted(String text) {
    String line = text.strip();
    int question = line.indexOf('?');
    String query = question < 0 ? line : line.substring(question + 1);
    int fragment = query.indexOf('#');
    return ofQuery(fragment < 0 ? query : query.substring(0, fragment));
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
