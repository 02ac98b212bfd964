package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.endpoint.Refusal;
import dev.mixpaneldata.testkit.http.Answer;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What the fake does for one method of one path. */
@FunctionalInterface
interface Action {
  Answer answer(Asked asked) throws Refusal;

  /** What an action returns as {@code results}; null for an answer without a body. */
  @FunctionalInterface
  interface Results {
    @Nullable JsonNode of(Asked asked) throws Refusal;
  }

  /** Returns an action that answers in Mixpanel's envelope, or with 204. */
  static Action of(Results results) {
    return asked -> {
      JsonNode node = results.of(asked);
      return node == null ? Answer.text(204, "") : envelope(200, node);
    };
  }

  /** Returns an answer in Mixpanel's envelope. */
  static Answer envelope(int status, JsonNode results) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", "ok");
    answer.set("results", results);
    return Answer.json(status, answer.toString());
  }

  /** Returns a list of nodes as one. */
  static JsonNode array(Collection<? extends JsonNode> nodes) {
    return JsonNodeFactory.instance.arrayNode().addAll(nodes);
  }
}
