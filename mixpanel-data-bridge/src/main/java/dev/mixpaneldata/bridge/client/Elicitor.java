package dev.mixpaneldata.bridge.client;

import com.fasterxml.jackson.databind.JsonNode;

/** Answers the questions that a server has for its user. */
@FunctionalInterface
public interface Elicitor {
  /**
   * The answer, as the protocol's {@code ElicitResult}.
   *
   * @param parameters {@code message} and {@code requestedSchema}
   */
  JsonNode answer(JsonNode parameters);
}
