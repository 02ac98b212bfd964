package dev.mixpaneldata.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import dev.mixpaneldata.error.MixpanelDataException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Converts JSON text to values and back. Thread-safe. */
public final class JsonText {
  private static final ObjectReader READER =
      Mappers.json()
          .reader()
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

  private JsonText() {}

  /**
   * Returns the value as maps, lists, strings, numbers and booleans; empty for null and for a text
   * that is not JSON.
   */
  public static Optional<Object> parse(String text) {
    try {
      return Optional.ofNullable(READER.forType(Object.class).readValue(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the members of a JSON object; none of null.
   *
   * @param what what the object has, in words: {@code The arguments}
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if the value is something else
   */
  public static Map<String, Object> members(@Nullable Object value, String what) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> members.put(String.valueOf(name), member));
    } else if (value != null) {
      throw MixpanelDataException.invalidArgument(
          what + " are not a JSON object.", "Give {\"name\": value, …}.");
    }
    return members;
  }

  /** Returns whether the text is one JSON value. */
  public static boolean isJson(String text) {
    try {
      return !READER.readTree(text).isMissingNode();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** Returns a result as a tree, as {@link ResultJson} writes it. */
  public static JsonNode tree(Object result) {
    try {
      return READER.readTree(ResultJson.text(result));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A result could not be written as JSON", e);
    }
  }
}
