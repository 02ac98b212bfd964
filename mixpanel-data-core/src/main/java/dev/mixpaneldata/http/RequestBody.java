package dev.mixpaneldata.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.Json;
import java.nio.charset.StandardCharsets;

/** The bytes that a call sends, with their content type. The array is shared, not copied. */
@SuppressWarnings("ArrayRecordComponent") // Never compared; bodies may be ten megabytes.
record RequestBody(String contentType, byte[] bytes) {
  /**
   * Returns the body for people: JSON with its passwords masked, and any other text as a string.
   */
  Json shown() {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!contentType.startsWith("application/json")) {
      return new Json(TextNode.valueOf(text).toString());
    }
    JsonNode body = Mappers.read(text);
    mask(body);
    return new Json(body.toString());
  }

  private static void mask(JsonNode node) {
    if (node instanceof ObjectNode object && object.path("password").isTextual()) {
      object.put("password", Secret.MASK);
    }
    node.forEach(RequestBody::mask);
  }
}
