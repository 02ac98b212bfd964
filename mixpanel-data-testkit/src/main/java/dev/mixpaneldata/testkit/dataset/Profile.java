package dev.mixpaneldata.testkit.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A user profile: {@code $distinct_id} and {@code $properties}. Not to be changed once made. */
public final class Profile {

  private final String distinctId;
  private final String text;
  private volatile @Nullable ObjectNode parsed;

  private Profile(String distinctId, String text) {
    this.distinctId = distinctId;
    this.text = text;
  }

  /** Returns a profile from a text known to be one; it is parsed when it is first read. */
  static Profile made(String distinctId, String text) {
    return new Profile(distinctId, text);
  }

  /**
   * Returns a profile from a JSON object such as {@code
   * {"$distinct_id":"u1","$properties":{"plan":"pro"}}}.
   *
   * @throws IllegalArgumentException if it has no distinct id
   */
  public static Profile parse(String json) {
    ObjectNode object = parseObject(json);
    JsonNode id = object.get("$distinct_id");
    if (id == null) {
      throw new IllegalArgumentException("A profile without $distinct_id: " + json);
    }
    return new Profile(id.asText(), json);
  }

  /** Returns a member of a cohort who has no profile. */
  public static Profile empty(String distinctId) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("$distinct_id", distinctId);
    json.putObject("$properties");
    return new Profile(distinctId, json.toString());
  }

  /** Returns the distinct id as text, even if it is a number in JSON. */
  public String distinctId() {
    return distinctId;
  }

  /** Returns the whole profile. */
  public ObjectNode json() {
    ObjectNode known = parsed;
    if (known == null) {
      known = parseObject(text);
      parsed = known;
    }
    return known;
  }

  /**
   * Returns the properties of a profile as expressions read them: the distinct id is among them.
   */
  public static JsonNode readableProperties(JsonNode profile) {
    JsonNode properties = profile.path("$properties");
    return properties instanceof ObjectNode object
        ? object.deepCopy().<ObjectNode>set("$distinct_id", profile.path("$distinct_id"))
        : properties;
  }

  /** Returns the profile with these properties alone, or with all if {@code names} is empty. */
  public ObjectNode project(Optional<Set<String>> names) {
    if (names.isEmpty()) {
      return json();
    }
    ObjectNode projected = json().deepCopy();
    if (projected.get("$properties") instanceof ObjectNode properties) {
      properties.retain(names.get());
    }
    return projected;
  }

  @Override
  public String toString() {
    return text;
  }

  private static ObjectNode parseObject(String text) {
    try {
      if (Json.MAPPER.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException("Not a profile: " + text, malformed);
    }
    throw new IllegalArgumentException("Not a profile: " + text);
  }

  /** Loaded when the first profile is parsed, not when the first one is made. */
  private static final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();
  }
}
