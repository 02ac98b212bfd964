package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.endpoint.Refusal;
import dev.mixpaneldata.testkit.endpoint.Route;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Requests to erase events. They are kept, and nothing is erased. */
final class DeletionEntities {
  private static final int DAYS = 180;
  private static final int A_MONTH = 10;

  private final EntityStore requests;
  private final Clock clock;

  private DeletionEntities(Entities entities) {
    this.clock = entities.world().clock().withZone(ZoneOffset.UTC);
    this.requests =
        entities.keep(
            "deletion-requests",
            EntityStore.numbered("Deletion request")
                .requires("eventName", "fromDate", "toDate")
                .defaults(
                    "{\"displayName\":null,\"filters\":null,\"status\":\"Submitted\","
                        + "\"deletedEventsCount\":0,"
                        + "\"requestingUser\":{\"id\":5,\"email\":\"a@example.com\"}}"));
  }

  static List<Route> routes(Entities entities) {
    DeletionEntities own = new DeletionEntities(entities);
    String all = "/data-definitions/events/deletion-requests";
    return EntityPaths.scoped()
        .answering("GET", all, asked -> own.list())
        .answering("POST", all, asked -> own.created(asked.body()))
        .answering("DELETE", all, asked -> own.cancelled(asked.body().path("id").asText()))
        .answering("POST", all + "/preview-filters", asked -> own.preview(asked.body()))
        .routes();
  }

  private JsonNode list() {
    return Action.array(requests.all());
  }

  private JsonNode created(ObjectNode body) throws Refusal {
    checkDays(body);
    String month = clock.instant().toString().substring(0, 7);
    int made = requests.where(request -> request.path("created").asText().startsWith(month)).size();
    if (made >= A_MONTH) {
      throw new Refusal(400, "At most " + A_MONTH + " deletion requests a calendar month");
    }
    requests.create(body.put("created", clock.instant().toString()));
    return list();
  }

  private JsonNode cancelled(String id) throws Refusal {
    boolean pending =
        requests
            .where(
                request ->
                    request.path("id").asText().equals(id)
                        && request.path("status").asText().equals("Submitted"))
            .stream()
            .findAny()
            .isPresent();
    if (!pending) {
      throw new Refusal(400, "Deletion request not found or not cancellable: " + id);
    }
    requests.delete(id);
    return list();
  }

  /** Returns each condition as a filter of its own. */
  private JsonNode preview(ObjectNode body) throws Refusal {
    checkDays(body);
    ArrayNode filters = JsonNodeFactory.instance.arrayNode();
    body.path("filters")
        .properties()
        .forEach(
            condition ->
                filters
                    .addObject()
                    .put("value", condition.getKey())
                    .put("filterOperator", "equals")
                    .set("filterValue", condition.getValue()));
    return filters;
  }

  private void checkDays(ObjectNode body) throws Refusal {
    try {
      LocalDate from = LocalDate.parse(body.path("fromDate").asText());
      LocalDate to = LocalDate.parse(body.path("toDate").asText());
      if (to.isBefore(from)) {
        throw new Refusal(400, "toDate is before fromDate");
      }
      if (from.isBefore(LocalDate.now(clock).minusDays(DAYS))) {
        throw new Refusal(400, "fromDate is more than " + DAYS + " days ago");
      }
    } catch (DateTimeException malformed) {
      throw new Refusal(400, "Not a date: " + malformed.getMessage());
    }
  }
}
