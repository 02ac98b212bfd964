package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.mcp.client.Client;
import dev.mixpaneldata.mcp.tool.ToolCall;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Words of the client's model about numbers that were computed here. The numbers never come from
 * the model, and an answer is complete without its words.
 *
 * @param status whether a model explained them
 * @param explanation its words
 * @param message why there are none
 */
record Explanation(Status status, Optional<String> explanation, Optional<String> message) {
  private static final Logger LOG = LoggerFactory.getLogger(Explanation.class);
  private static final int MAX_TOKENS = 1_000;
  private static final int MOST_DATA = 20_000;

  private static final String ROLE =
      "You are a product analyst. Explain the findings in a few sentences for a product team, with"
          + " likely causes marked as guesses, and two or three next steps. Use only the numbers"
          + " given.";

  /** Whether the client's model did its part. */
  enum Status {
    SUCCESS,
    PARTIAL,
    SAMPLING_UNAVAILABLE
  }

  /** What the client's model says to some findings. */
  static Explanation of(Object findings, String question, ToolCall call) {
    Optional<Client.Model> model = call.client().model();
    if (model.isEmpty()) {
      return new Explanation(
          Status.SAMPLING_UNAVAILABLE,
          Optional.empty(),
          Optional.of(
              "The numbers are complete. This client provides no model to explain"
                  + " them, so explain them yourself."));
    }
    Optional<String> words = ask(model.get(), ROLE, question + "\n" + data(findings));
    return new Explanation(
        words.isPresent() ? Status.SUCCESS : Status.PARTIAL, words, Optional.empty());
  }

  /** The model's answer; empty if it failed or said nothing. */
  static Optional<String> ask(Client.Model model, String role, String prompt) {
    try {
      return Optional.of(model.answer(role, prompt, MAX_TOKENS)).filter(text -> !text.isBlank());
    } catch (RuntimeException e) {
      LOG.debug("The client's model did not answer", e);
      return Optional.empty();
    }
  }

  static String data(Object result) {
    String json = ResultJson.text(result);
    return json.length() <= MOST_DATA ? json : json.substring(0, MOST_DATA) + "…";
  }
}
