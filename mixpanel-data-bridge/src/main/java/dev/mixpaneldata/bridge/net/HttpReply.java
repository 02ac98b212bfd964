package dev.mixpaneldata.bridge.net;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.Mappers;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * An answer that was read whole.
 *
 * @param address what was called
 * @param body its text, at most a megabyte
 */
public record HttpReply(URI address, int status, HttpHeaders headers, String body) {
  private static final int EXCERPT = 200;

  /** Whether the status is 200 to 299. */
  public boolean succeeded() {
    return status / 100 == 2;
  }

  /** The body as a JSON object; empty when it is something else. */
  public Optional<JsonNode> object() {
    try {
      JsonNode node = Mappers.read(body);
      return node.isObject() ? Optional.of(node) : Optional.empty();
    } catch (MixpanelDataException notJson) {
      return Optional.empty();
    }
  }

  /** An error that shows the status and the beginning of the body, which must hold no secret. */
  public MixpanelDataException unexpected(String what) {
    String text = body.strip().replaceAll("\\s+", " ");
    String start = text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text;
    return new MixpanelDataException(
        status >= 500 ? ErrorCode.SERVER_ERROR : ErrorCode.BAD_RESPONSE,
        what
            + ": "
            + address.getHost()
            + " answered "
            + status
            + (start.isEmpty() ? "." : ": ")
            + start,
        "A proxy or a login page may have answered. Try again later.");
  }
}
