package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.endpoint.Refusal;
import dev.mixpaneldata.testkit.endpoint.Route;
import java.util.List;
import java.util.Optional;

/** Alerts on saved reports, and webhooks, whose changes are answered with id and name alone. */
final class AlertEntities {
  private static final int LIMIT = 100;

  private AlertEntities() {}

  static List<Route> alerts(Entities entities) {
    EntityStore alerts =
        entities.keep(
            "alerts",
            EntityStore.numbered("Alert")
                .requires("bookmark_id", "name", "condition", "frequency", "subscriptions")
                .defaults("{\"paused\":false,\"valid\":true,\"subscriptions\":[]}")
                .completedBy(AlertEntities::showReport));
    String all = "/alerts/custom";
    return EntityPaths.scoped()
        .bulkDelete(all + "/bulk-delete", "alert_ids", alerts)
        .answering("GET", all + "/alert-count", asked -> count(alerts.all().size()))
        .answering("POST", all + "/test", asked -> sent(asked.body()))
        .answering("GET", all + "/screenshot", AlertEntities::screenshot)
        .answering("POST", all + "/validate-alerts-for-bookmark", asked -> checked(asked, alerts))
        .crud(all, alerts)
        .answering("GET", all, asked -> Action.array(listed(asked, alerts)))
        .answering(
            "GET",
            all + "/*/history",
            asked -> {
              alerts.get(asked.id());
              ObjectNode page = JsonNodeFactory.instance.objectNode();
              page.putArray("results");
              page.putObject("pagination").put("page_size", 20);
              return page;
            })
        .routes();
  }

  static List<Route> webhooks(Entities entities) {
    EntityStore webhooks =
        entities.keep(
            "webhooks",
            EntityStore.withUuids("Webhook")
                .requires("name", "url")
                .defaults("{\"is_enabled\":true,\"auth_type\":null}"));
    return EntityPaths.scoped()
        .answering("POST", "/webhooks/test", asked -> called(asked.body()))
        .crud("/webhooks", webhooks)
        .answering("POST", "/webhooks", asked -> shortened(webhooks.create(asked.body())))
        .answering(
            "PATCH", "/webhooks/*", asked -> shortened(webhooks.update(asked.id(), asked.body())))
        .routes();
  }

  private static void showReport(ObjectNode alert) {
    if (alert.has("bookmark_id")) {
      alert.putObject("bookmark").set("id", alert.remove("bookmark_id"));
    }
  }

  private static List<ObjectNode> listed(Asked asked, EntityStore alerts) {
    Optional<String> report = asked.request().parameter("bookmark_id");
    return alerts.where(
        alert -> report.map(alert.at("/bookmark/id").asText()::equals).orElse(true));
  }

  private static JsonNode count(int count) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("anomaly_alerts_count", count)
        .put("alert_limit", LIMIT)
        .put("is_below_limit", count < LIMIT);
  }

  private static JsonNode sent(ObjectNode body) throws Refusal {
    if (!body.has("condition")) {
      throw new Refusal(400, "condition: This field is required.");
    }
    return JsonNodeFactory.instance.objectNode().put("status", "sent");
  }

  private static JsonNode screenshot(Asked asked) {
    String key = asked.request().parameter("gcs_key").orElse("");
    return JsonNodeFactory.instance
        .objectNode()
        .put("signed_url", "https://storage.example.com/" + key);
  }

  private static JsonNode checked(Asked asked, EntityStore alerts) throws Refusal {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    var validations = answer.putArray("alert_validations");
    for (JsonNode id : asked.list("alert_ids")) {
      ObjectNode alert = alerts.get(id.asText());
      validations
          .addObject()
          .put("alert_id", alert.path("id").asLong())
          .put("alert_name", alert.path("name").asText())
          .put("valid", true);
    }
    return answer.put("invalid_count", 0);
  }

  /** The fake calls nobody: an address that is none fails, and every other answers. */
  private static JsonNode called(ObjectNode body) {
    boolean reached = body.path("url").asText().startsWith("https://");
    return JsonNodeFactory.instance
        .objectNode()
        .put("success", reached)
        .put("status_code", reached ? 200 : 500)
        .put("message", reached ? "OK" : "Connection refused");
  }

  private static ObjectNode shortened(ObjectNode webhook) {
    return webhook.retain("id", "name");
  }
}
