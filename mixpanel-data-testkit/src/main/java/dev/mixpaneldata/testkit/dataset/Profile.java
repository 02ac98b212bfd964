package dev.mixpaneldata.testkit.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/** A user profile: {@code $distinct_id} and {@code $properties}. Not to be changed once made. */
public final class Profile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode json;

  private Profile(ObjectNode json) {
    this.json = json;
  }

  /**
   * From a JSON object such as {@code {"$distinct_id":"u1","$properties":{"plan":"pro"}}}.
   *
   * @throws IllegalArgumentException if it has no distinct id
   */
  public static Profile parse(String json) {
    try {
      if (JSON.readTree(json) instanceof ObjectNode object && object.has("$distinct_id")) {
        return new Profile(object);
      }
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException("Not a profile: " + json, malformed);
    }
    throw new IllegalArgumentException("Not a profile: " + json);
  }

  /** A member of a cohort who has no profile. */
  public static Profile empty(String distinctId) {
    ObjectNode json = JSON.createObjectNode().put("$distinct_id", distinctId);
    json.putObject("$properties");
    return new Profile(json);
  }

  /** The distinct id as text, also where it is a number in JSON. */
  public String distinctId() {
    return json.get("$distinct_id").asText();
  }

  /** The whole profile. */
  public ObjectNode json() {
    return json;
  }

  /** The profile with these properties alone; with all when {@code names} is empty. */
  public ObjectNode project(Optional<Set<String>> names) {
    if (names.isEmpty()) {
      return json;
    }
    ObjectNode projected = json.deepCopy();
    if (projected.get("$properties") instanceof ObjectNode properties) {
      properties.retain(names.get());
    }
    return projected;
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
