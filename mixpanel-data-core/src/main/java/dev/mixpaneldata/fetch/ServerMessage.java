package dev.mixpaneldata.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import java.util.Optional;

/** Recognises the message that a server sends in the place of an event. */
final class ServerMessage {
  /** Error answers are short; anything longer is a broken event. */
  private static final int MAX_BYTES = 16 * 1024;

  private static final int MAX_EXCERPT = 200;

  private ServerMessage() {}

  static boolean endsWith(byte[] line, byte[] words) {
    int end = line.length;
    while (end > 0 && line[end - 1] <= ' ' && line[end - 1] >= 0) {
      end--;
    }
    if (end < words.length) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (line[end - words.length + i] != words[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the text of {@code {"error": …}}, complete or cut off; empty for other lines. */
  static Optional<String> errorIn(byte[] line) {
    if (line.length > MAX_BYTES) {
      return Optional.empty();
    }
    String text = new String(line, UTF_8).strip();
    try {
      JsonNode error = Mappers.json().readTree(text).get("error");
      return Optional.ofNullable(error).map(e -> excerpt(e.isTextual() ? e.asText() : e + ""));
    } catch (JsonProcessingException e) {
      return text.startsWith("{\"error\"") ? Optional.of(excerpt(text)) : Optional.empty();
    }
  }

  private static String excerpt(String text) {
    return text.length() <= MAX_EXCERPT ? text : text.substring(0, MAX_EXCERPT) + "…";
  }
}
