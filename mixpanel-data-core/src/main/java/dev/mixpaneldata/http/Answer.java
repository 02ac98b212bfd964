package dev.mixpaneldata.http;

import dev.mixpaneldata.value.Json;
import java.net.http.HttpHeaders;

/**
 * An answer that was read whole, already decompressed.
 *
 * @param status the HTTP status
 * @param headers the headers, found in any case
 * @param body the text; valid JSON unless the call expected text, or empty where Mixpanel answers a
 *     change with nothing
 */
public record Answer(int status, HttpHeaders headers, String body) {
  /** The body as JSON text. */
  public Json json() {
    return new Json(body);
  }

  @Override
  public String toString() {
    return "Answer[status=" + status + ", " + body.length() + " characters]";
  }
}
