package dev.mixpaneldata.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import org.jspecify.annotations.Nullable;

/** The shared JSON mapper: lenient about unknown fields, exact about numbers. Thread-safe. */
public final class Mappers {
  /** The longest string: a property's value may be long, and the reader bounds the whole answer. */
  private static final int LONGEST_STRING = 64 * 1024 * 1024;

  private static final ObjectMapper JSON = create();

  private static final ObjectReader EXACT =
      JSON.reader().without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

  private Mappers() {}

  private static ObjectMapper create() {
    ObjectMapper mapper =
        JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(LONGEST_STRING).build());
    return mapper;
  }

  /** Returns the mapper for JSON. Do not reconfigure it. */
  public static ObjectMapper json() {
    return JSON;
  }

  /** Parses a text that came from Mixpanel. */
  public static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new MixpanelDataException(
          ErrorCode.BAD_RESPONSE, "The answer is not JSON: " + e.getOriginalMessage() + ".");
    }
  }

  /** Parses a text and keeps its numbers as they are written: {@code 1.0} stays {@code 1.0}. */
  public static JsonNode readExactly(String text) {
    try {
      return EXACT.readTree(text);
    } catch (JsonProcessingException e) {
      throw new MixpanelDataException(
          ErrorCode.BAD_RESPONSE, "The text is not JSON: " + e.getOriginalMessage() + ".");
    }
  }

  /** Writes a value compactly. */
  public static String write(@Nullable Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot be written as JSON: " + e.getOriginalMessage(), e);
    }
  }
}
