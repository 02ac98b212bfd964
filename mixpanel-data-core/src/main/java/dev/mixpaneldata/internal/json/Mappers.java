package dev.mixpaneldata.internal.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The one JSON mapper of the library: keeps the digits of numbers, ignores unknown fields. */
public final class Mappers {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Mappers() {}

  /** Thread-safe; not to be reconfigured. */
  public static JsonMapper json() {
    return JSON;
  }
}
