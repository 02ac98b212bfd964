package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.dataset.EventLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Checks an event as Mixpanel does, and keeps it as an export shows it: with the time in
 * milliseconds and with what Mixpanel adds, all else byte for byte as it was sent.
 */
final class EventIntake {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SMALLEST_MILLIS = 100_000_000_000L;
  private static final long YEAR_1971 = 31_536_000_000L;
  private static final long HOUR = 3_600_000L;

  private final FakeProject world;
  private final String endpoint;

  EventIntake(FakeProject world, String endpoint) {
    this.world = world;
    this.endpoint = endpoint;
  }

  /** Why an event was not kept. */
  record Fault(String field, String message, String insertId) {}

  /** Keeps the event, or says what is wrong with it. One about identities joins them. */
  Optional<Fault> take(String text) {
    JsonNode event;
    try {
      event = JSON.readTree(text);
    } catch (JsonProcessingException malformed) {
      return Optional.of(new Fault("", "invalid JSON", ""));
    }
    if (IdentityEvents.is(event)) {
      return new IdentityEvents(world.identities())
          .join(event)
          .map(why -> new Fault("properties", why, ""));
    }
    return keep(ofUser(event, text), event);
  }

  /** Returns the text of the event, with the user to whom its id leads. */
  private String ofUser(JsonNode event, String text) {
    String id = event.path("properties").path("distinct_id").asText();
    String user = world.identities().userOf(id);
    if (user.equals(id)) {
      return text;
    }
    ((ObjectNode) event.path("properties"))
        .put("distinct_id", user)
        .put("$distinct_id_before_identity", id);
    return event.toString();
  }

  private Optional<Fault> keep(String text, JsonNode event) {
    JsonNode properties = event.path("properties");
    String insertId = properties.path("$insert_id").asText();
    Optional<Fault> fault = fault(event, properties, insertId);
    if (fault.isPresent()) {
      return fault;
    }
    long millis = millis(properties);
    String key =
        String.join(
            "\0",
            event.path("event").asText(),
            Long.toString(millis),
            properties.path("distinct_id").asText(),
            insertId);
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    world.events().write(day, key, line(text.strip(), properties, millis));
    return Optional.empty();
  }

  private Optional<Fault> fault(JsonNode event, JsonNode properties, String insertId) {
    if (!event.path("event").isTextual() || event.path("event").asText().isEmpty()) {
      return Optional.of(new Fault("event", "'event' is invalid: must be a string", insertId));
    }
    if (event.path("event").asText().getBytes(StandardCharsets.UTF_8).length > 255) {
      return Optional.of(
          new Fault("event", "'event' is invalid: must not be longer than 255 bytes", insertId));
    }
    if (properties.size() > 255) {
      return Optional.of(
          new Fault("properties", "'properties' is invalid: too many properties", insertId));
    }
    if (!properties.path("time").isIntegralNumber()
        || millis(properties) < YEAR_1971
        || millis(properties) > world.clock().millis() + HOUR) {
      return Optional.of(
          new Fault(
              "properties.time",
              "'properties.time' is invalid: must be specified as seconds since epoch",
              insertId));
    }
    if (!properties.has("distinct_id")) {
      return Optional.of(
          new Fault("properties.distinct_id", "'distinct_id' is required", insertId));
    }
    if (!insertId.matches("[A-Za-z0-9-]{1,36}")) {
      return Optional.of(
          new Fault(
              "properties.$insert_id",
              "'$insert_id' is invalid: must only contain alphanumeric or hyphen '-' characters",
              insertId));
    }
    return Optional.empty();
  }

  private static long millis(JsonNode properties) {
    long time = properties.path("time").asLong();
    return time < SMALLEST_MILLIS ? time * 1000 : time;
  }

  private byte[] line(String text, JsonNode properties, long millis) {
    StringBuilder added = new StringBuilder();
    // An event that was exported from a project has these already.
    if (!properties.has("mp_processing_time_ms")) {
      added.append(",\"mp_processing_time_ms\":").append(world.clock().millis());
    }
    if (!properties.has("$import") && endpoint.equals("/import")) {
      added.append(",\"$import\":true");
    }
    // The properties are the last part of what clients send; where they are not, the text is made
    // anew.
    String line = text;
    if (!text.endsWith("}}")) {
      line = "{\"event\":" + eventOf(text) + ",\"properties\":" + properties + "}";
    }
    String whole = line.substring(0, line.length() - 2) + added + "}}";
    return new EventLine(whole.getBytes(StandardCharsets.UTF_8)).withTime(millis);
  }

  private static String eventOf(String text) {
    try {
      return JSON.readTree(text).path("event").toString();
    } catch (JsonProcessingException readBefore) {
      throw new IllegalStateException(readBefore);
    }
  }
}
