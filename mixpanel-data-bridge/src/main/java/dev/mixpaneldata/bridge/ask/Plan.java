package dev.mixpaneldata.bridge.ask;

import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Optional;

/**
 * The call of a tool that answers a question.
 *
 * @param question the question in words
 * @param tool the vendor's tool
 * @param arguments the tool's arguments, a JSON object
 * @param title the title of the answer's chart
 * @param assumed what was taken for granted because the question does not say it; sentences
 * @param reading what the question was read as; empty if somebody else made the plan
 */
public record Plan(
    String question,
    String tool,
    Json arguments,
    String title,
    List<String> assumed,
    Optional<Reading> reading) {
  public Plan {
    assumed = List.copyOf(assumed);
  }

  /** Returns a plan that somebody else made, such as a model. */
  public static Plan of(String question, String tool, Json arguments) {
    return new Plan(question, tool, arguments, question, List.of(), Optional.empty());
  }
}
