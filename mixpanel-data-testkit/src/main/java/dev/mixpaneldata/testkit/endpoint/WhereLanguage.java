package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/**
 * A language that turns the text of a {@code where} parameter into a test of events and profiles.
 */
@FunctionalInterface
public interface WhereLanguage {

  /**
   * Reads an expression.
   *
   * @return whether a record passes; an event has {@code event} and {@code properties}, a profile
   *     {@code $distinct_id} and {@code $properties}
   * @throws IllegalArgumentException if the text is not understood; the request is answered with
   *     400 and its message
   */
  Predicate<JsonNode> parse(String where);
}
