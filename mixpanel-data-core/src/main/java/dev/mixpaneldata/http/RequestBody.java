package dev.mixpaneldata.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** The bytes that a call sends, with their content type. The array is shared, not copied. */
@SuppressWarnings("ArrayRecordComponent") // Never compared; bodies may be ten megabytes.
record RequestBody(String contentType, byte[] bytes) {
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token)");

  /**
   * Returns the body for people, its secrets masked: JSON, a form as an object of its fields, and
   * any other text as a string.
   */
  Json shown() {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!contentType.startsWith("application/json") && !contentType.equals(FORM)) {
      return new Json(TextNode.valueOf(text).toString());
    }
    JsonNode body = contentType.equals(FORM) ? fields(text) : Mappers.read(text);
    mask(body);
    return new Json(body.toString());
  }

  private static ObjectNode fields(String form) {
    ObjectNode fields = Mappers.json().createObjectNode();
    for (String field : form.split("&")) {
      String[] parts = field.split("=", 2);
      String name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
      String value = parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
      JsonNode shown = value.startsWith("{") ? Mappers.read(value) : TextNode.valueOf(value);
      JsonNode before = fields.get(name);
      if (before == null) {
        fields.set(name, shown);
      } else if (before instanceof ArrayNode several) {
        several.add(shown);
      } else {
        fields.putArray(name).add(before).add(shown);
      }
    }
    return fields;
  }

  private static void mask(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        if (field.getValue().isTextual() && SECRET.matcher(field.getKey()).matches()) {
          field.setValue(TextNode.valueOf(Secret.MASK));
        }
      }
    }
    node.forEach(RequestBody::mask);
  }
}
