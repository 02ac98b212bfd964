package dev.mixpaneldata.mcp.sdk;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.mixpaneldata.internal.json.ResultJson;
import org.jspecify.annotations.Nullable;

/**
 * The bridge between our JSON (Jackson 2) and the SDK's (Jackson 3): a finished text, which the
 * annotations, shared by both, pass on unchanged. Numbers keep all their digits.
 */
record RawJson(@JsonValue @JsonRawValue String text) {
  /**
   * Returns a result as a JSON object; any other value becomes the property {@code result} of one.
   */
  static RawJson object(@Nullable Object result) {
    String text = ResultJson.text(result);
    return new RawJson(text.startsWith("{") ? text : "{\"result\":" + text + "}");
  }
}
