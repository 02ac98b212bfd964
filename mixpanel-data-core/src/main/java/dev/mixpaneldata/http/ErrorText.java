package dev.mixpaneldata.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The text of Mixpanel about a failure, from any of its envelopes. */
final class ErrorText {
  /** The longest text: room for an expression error with its query, short enough for a terminal. */
  private static final int LONGEST = 500;

  /** The name of an exception that Mixpanel puts before messages to users. */
  private static final Pattern EXCEPTION = Pattern.compile("^UserVisible[A-Za-z]*Error: ");

  private static final List<String> KEYS = List.of("error", "message", "detail", "details", "type");

  private ErrorText() {}

  /** Returns one line of at most 500 characters; empty if the body has no text for people. */
  static String of(String body) {
    String text = body.strip();
    if (isHtml(text)) {
      return "";
    }
    if (text.startsWith("{")) {
      try {
        return excerpt(EXCEPTION.matcher(find(Mappers.json().readTree(text))).replaceFirst(""));
      } catch (JsonProcessingException cutOff) {
        return excerpt(text);
      }
    }
    return excerpt(text);
  }

  static boolean isHtml(String body) {
    String start = body.strip();
    start = start.substring(0, Math.min(15, start.length())).toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype") || start.startsWith("<html");
  }

  /** Returns the beginning of a text, on one line. */
  static String excerpt(String text) {
    String start = text.substring(0, Math.min(text.length(), 4 * LONGEST));
    String line = start.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  private static String find(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue();
    }
    for (String key : KEYS) {
      JsonNode value = node.path(key);
      if (value.isObject() || value.isTextual() && !value.textValue().isBlank()) {
        return find(value);
      }
    }
    return node.isEmpty() ? "" : node.toString();
  }
}
