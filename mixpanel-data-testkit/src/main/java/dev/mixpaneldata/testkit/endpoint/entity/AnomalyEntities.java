package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.endpoint.Refusal;
import dev.mixpaneldata.testkit.endpoint.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Anomalies of the data's volume, which people open and dismiss. */
final class AnomalyEntities {
  private static final Set<String> STATUSES = Set.of("open", "dismissed");

  private AnomalyEntities() {}

  static List<Route> routes(Entities entities) {
    EntityStore anomalies =
        entities.keep(
            "anomalies",
            EntityStore.numbered("Anomaly")
                .defaults("{\"status\":\"open\",\"anomalyClass\":\"Event\"}"));
    String all = "/data-definitions/data-volume-anomalies";
    return EntityPaths.scoped()
        .answering("GET", all, asked -> listed(asked, anomalies))
        .answering(
            "PATCH",
            all,
            asked -> {
              ObjectNode body = asked.body();
              set(anomalies, body, status(body));
              return JsonNodeFactory.instance.objectNode().put("updated", true);
            })
        .answering(
            "PATCH",
            all + "/bulk",
            asked -> {
              String status = status(asked.body());
              List<JsonNode> changes = asked.list("anomalies");
              for (JsonNode change : changes) {
                set(anomalies, change, status);
              }
              return JsonNodeFactory.instance.objectNode().put("updated", changes.size());
            })
        .routes();
  }

  private static JsonNode listed(Asked asked, EntityStore anomalies) {
    Optional<String> status = asked.request().parameter("status");
    long limit = asked.request().parameter("limit").map(Long::parseLong).orElse(Long.MAX_VALUE);
    List<ObjectNode> found =
        anomalies
            .where(anomaly -> status.map(anomaly.path("status").asText()::equals).orElse(true))
            .stream()
            .limit(limit)
            .toList();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set("anomalies", Action.array(found));
    return answer;
  }

  private static String status(ObjectNode body) throws Refusal {
    String status = body.path("status").asText();
    if (!STATUSES.contains(status)) {
      throw new Refusal(400, "Invalid status: " + status);
    }
    return status;
  }

  private static void set(EntityStore anomalies, JsonNode change, String status) throws Refusal {
    if (!change.has("anomalyClass")) {
      throw new Refusal(400, "anomalyClass: This field is required.");
    }
    ObjectNode field = JsonNodeFactory.instance.objectNode().put("status", status);
    anomalies.update(change.path("id").asText(), field);
  }
}
