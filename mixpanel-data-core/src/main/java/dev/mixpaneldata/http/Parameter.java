package dev.mixpaneldata.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A name and a value of a query string or a form, not yet encoded. */
public record Parameter(String name, String value) {
  static String encode(List<Parameter> parameters) {
    return parameters.stream()
        .map(parameter -> encode(parameter.name) + "=" + encode(parameter.value))
        .collect(Collectors.joining("&"));
  }

  /** Percent-encodes everything but the unreserved characters of RFC 3986. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
