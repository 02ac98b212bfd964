package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.endpoint.Family;
import dev.mixpaneldata.testkit.endpoint.Refusal;
import dev.mixpaneldata.testkit.endpoint.Route;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * What programs ask about feature flags: the rules, and the variants of a user. A user gets the
 * same variant at each call; which one follows from the ids and the splits, by no rule of
 * Mixpanel's. Rules that are evaluated at run time are ignored.
 */
final class FlagEvaluations {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EntityStore flags;

  private FlagEvaluations(EntityStore flags) {
    this.flags = flags;
  }

  static List<Route> routes(Entities entities) {
    FlagEvaluations all = new FlagEvaluations(entities.find("feature-flags").orElseThrow());
    Set<String> get = Set.of("GET");
    return List.of(
        new Route(get, "/flags", Family.INGESTION, all::evaluate),
        new Route(get, "/flags/definitions", Family.INGESTION, all::definitions));
  }

  private List<ObjectNode> enabled() {
    return flags.where(flag -> flag.path("status").asText().equals("enabled"));
  }

  private Answer definitions(Request request) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set("flags", Action.array(enabled()));
    return Answer.json(200, answer.toString());
  }

  private Answer evaluate(Request request) throws Refusal {
    JsonNode context = context(request);
    String user = context.path("distinct_id").asText();
    if (user.isEmpty()) {
      throw new Refusal(400, "context must have a distinct_id");
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode variants = answer.putObject("flags");
    for (ObjectNode flag : enabled()) {
      String tester = tester(flag, user);
      boolean byDevice = flag.path("context").asText().equals("device_id");
      String id = byDevice ? context.path("device_id").asText(user) : user;
      Optional<String> key = tester.isEmpty() ? assigned(flag, id) : Optional.of(tester);
      key.flatMap(wanted -> variant(flag, wanted))
          .ifPresent(
              variant -> {
                ObjectNode selected = variants.putObject(flag.path("key").asText());
                selected.set("variant_key", variant.path("key"));
                selected.set("variant_value", variant.path("value"));
                selected.put("is_qa_tester", !tester.isEmpty());
              });
    }
    return Answer.json(200, answer.toString());
  }

  /** The variant of a test user: in the rules by the user, and beside them by the variant. */
  private static String tester(ObjectNode flag, String user) {
    for (Map.Entry<String, JsonNode> variant : flag.path("test_users").properties()) {
      if (variant.getValue().asText().equals(user)) {
        return variant.getKey();
      }
    }
    return flag.path("ruleset").path("test").path("users").path(user).asText();
  }

  private static JsonNode context(Request request) throws Refusal {
    try {
      return JSON.readTree(request.parameter("context").orElse("{}"));
    } catch (JsonProcessingException malformed) {
      throw new Refusal(400, "context is not JSON");
    }
  }

  /** The variant by the splits, for users within the rollout; no rollout stands for everybody. */
  private static Optional<String> assigned(ObjectNode flag, String id) {
    JsonNode rollout = flag.path("ruleset").path("rollout").path(0);
    String key = flag.path("key").asText();
    if (part(key + "/rollout/" + id) >= rollout.path("rollout_percentage").asDouble(1)) {
      return Optional.empty();
    }
    double place = part(key + "/" + id);
    for (JsonNode variant : flag.path("ruleset").path("variants")) {
      place -= variant.path("split").asDouble();
      if (place < 0) {
        return Optional.of(variant.path("key").asText());
      }
    }
    return Optional.empty();
  }

  private static Optional<JsonNode> variant(ObjectNode flag, String key) {
    for (JsonNode variant : flag.path("ruleset").path("variants")) {
      if (variant.path("key").asText().equals(key)) {
        return Optional.of(variant);
      }
    }
    return Optional.empty();
  }

  /** A number from 0 to below 1, the same for the same text. */
  private static double part(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return sum.getValue() / (double) (1L << Integer.SIZE);
  }
}
