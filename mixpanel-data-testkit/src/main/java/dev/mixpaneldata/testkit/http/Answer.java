package dev.mixpaneldata.testkit.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer to a request, before compression and framing.
 *
 * @param status the HTTP status
 * @param headers one value a name; lengths, encodings and framing are added when it is sent
 * @param body the body
 */
public record Answer(int status, Map<String, String> headers, Body body) {

  /** Copies the headers. */
  public Answer {
    headers = Map.copyOf(headers);
  }

  /** Returns an answer of JSON text. */
  public static Answer json(int status, String json) {
    return new Answer(status, Map.of("Content-Type", "application/json"), Body.of(json));
  }

  /** Returns an answer of plain text. */
  public static Answer text(int status, String text) {
    return new Answer(status, Map.of("Content-Type", "text/plain; charset=utf-8"), Body.of(text));
  }

  /** Returns this answer with one more header. */
  public Answer withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body);
  }

  /** Returns this answer with another body. */
  public Answer withBody(Body other) {
    return new Answer(status, headers, other);
  }
}
