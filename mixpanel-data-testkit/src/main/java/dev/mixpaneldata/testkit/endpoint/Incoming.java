package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mixpaneldata.testkit.http.Parameters;
import dev.mixpaneldata.testkit.http.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads the bodies of requests that write. */
final class Incoming {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Incoming() {}

  /** The bytes, decompressed. */
  static byte[] body(Request request) throws Refusal {
    if (!request.header("Content-Encoding").orElse("").equalsIgnoreCase("gzip")) {
      return request.body();
    }
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(request.body()))) {
      return gzip.readAllBytes();
    } catch (IOException damaged) {
      throw Refusal.badRequest("invalid gzip: " + damaged.getMessage());
    }
  }

  /** The events of lines or of an array, each as its own text. */
  static List<String> events(Request request, byte[] body) throws Refusal {
    String text = new String(body, StandardCharsets.UTF_8);
    if (request.header("Content-Type").orElse("").startsWith("application/x-ndjson")) {
      return text.lines().filter(line -> !line.isBlank()).toList();
    }
    List<String> events = new ArrayList<>();
    array(text).forEach(event -> events.add(event.toString()));
    return events;
  }

  /** The objects of a body that is JSON, or a form whose {@code data} is JSON or its Base64. */
  static List<JsonNode> objects(Request request) throws Refusal {
    String text = new String(body(request), StandardCharsets.UTF_8).strip();
    if (!text.startsWith("[") && !text.startsWith("{")) {
      String data = Parameters.decode(text).first("data").orElse("");
      boolean plain = data.startsWith("[") || data.startsWith("{");
      text = plain ? data : decoded(data);
    }
    return array(text);
  }

  /** A parameter of the address or of a form; empty if it is neither. */
  static String parameter(Request request, String name) {
    boolean form =
        request.header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded");
    return request
        .parameter(name)
        .or(() -> form ? Parameters.decode(request.bodyText()).first(name) : Optional.empty())
        .orElse("");
  }

  private static String decoded(String data) throws Refusal {
    try {
      return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      throw Refusal.badRequest("data, missing or empty");
    }
  }

  private static List<JsonNode> array(String text) throws Refusal {
    try {
      JsonNode json = JSON.readTree(text);
      List<JsonNode> objects = new ArrayList<>();
      if (json.isArray()) {
        json.forEach(objects::add);
      } else {
        objects.add(json);
      }
      return objects;
    } catch (JsonProcessingException malformed) {
      throw Refusal.badRequest("invalid JSON: " + malformed.getOriginalMessage());
    }
  }
}
