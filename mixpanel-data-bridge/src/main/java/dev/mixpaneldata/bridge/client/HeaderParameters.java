package dev.mixpaneldata.bridge.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The arguments that a tool's schema wants repeated in headers ({@code x-mcp-header}), so that
 * proxies can route a call without reading its body.
 */
final class HeaderParameters {
  private static final String ANNOTATION = "x-mcp-header";
  private static final Set<String> TYPES = Set.of("string", "integer", "boolean");

  /** The argument of each header. */
  private final Map<String, String> arguments;

  private HeaderParameters(Map<String, String> arguments) {
    this.arguments = arguments;
  }

  /** Those of a schema; empty when its annotations break the protocol's rules. */
  static Optional<HeaderParameters> of(JsonNode schema) {
    Map<String, String> arguments = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      JsonNode annotation = property.getValue().path(ANNOTATION);
      if (annotation.isMissingNode()) {
        continue;
      }
      boolean valid =
          annotation.isTextual()
              && annotation.asText().matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")
              && TYPES.contains(property.getValue().path("type").asText());
      if (!valid || arguments.put(annotation.asText(), property.getKey()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(new HeaderParameters(arguments));
  }

  /** The headers of a call with these arguments; those that are absent or null have none. */
  Map<String, String> headers(JsonNode given) {
    Map<String, String> headers = new LinkedHashMap<>();
    arguments.forEach(
        (name, argument) -> {
          JsonNode value = given.has(argument) ? given.get(argument) : MissingNode.getInstance();
          if (value.isValueNode() && !value.isNull()) {
            headers.put("Mcp-Param-" + name, encode(value.asText()));
          }
        });
    return headers;
  }

  /** A value as a header may carry it: as it is, or as base64 where a header could change it. */
  static String encode(String value) {
    boolean safe =
        value.chars().allMatch(c -> c >= 0x20 && c <= 0x7e)
            && value.equals(value.strip())
            && !value.toLowerCase(Locale.ROOT).startsWith("=?base64?");
    return safe
        ? value
        : "=?base64?"
            + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))
            + "?=";
  }
}
