package dev.mixpaneldata.testkit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The record that an expression is evaluated over.
 *
 * @param eventName the event's name; empty for a profile
 * @param timeMillis the true time of the event, in milliseconds; empty for a profile
 * @param properties the properties of the event, or of the profile
 * @param userProperties the properties of the user's profile; a missing node where there is none
 */
public record Subject(
    Optional<String> eventName,
    OptionalLong timeMillis,
    JsonNode properties,
    JsonNode userProperties) {

  /** Returns an event whose user has no profile. */
  public static Subject event(String name, long timeMillis, JsonNode properties) {
    return new Subject(
        Optional.of(name), OptionalLong.of(timeMillis), properties, MissingNode.getInstance());
  }

  /** Returns a profile, which {@code properties} and {@code user} both read. */
  public static Subject profile(JsonNode properties) {
    return new Subject(Optional.empty(), OptionalLong.empty(), properties, properties);
  }

  /** Returns this event with its user's profile. */
  public Subject withUser(JsonNode profileProperties) {
    return new Subject(eventName, timeMillis, properties, profileProperties);
  }

  boolean isEvent() {
    return eventName.isPresent();
  }
}
