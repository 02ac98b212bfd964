package dev.mixpaneldata.http;

import dev.mixpaneldata.value.Json;
import java.net.http.HttpHeaders;

/**
 * An answer of Mixpanel, completely read and decompressed.
 *
 * @param status the HTTP status
 * @param headers the headers, whose names match in any case
 * @param body the text; valid JSON unless the call expected text, or empty where Mixpanel answers a
 *     change with nothing
 */
public record Answer(int status, HttpHeaders headers, String body) {
  /** Returns the body as JSON text. */
  public Json json() {
    return new Json(body);
  }

  @Override
  public String toString() {
    return "Answer[status=" + status + ", " + body.length() + " characters]";
  }
}
