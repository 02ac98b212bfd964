package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.endpoint.Family;
import dev.mixpaneldata.testkit.endpoint.Refusal;
import dev.mixpaneldata.testkit.endpoint.Route;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Parameters;
import dev.mixpaneldata.testkit.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lookup tables, with the storage that takes their files at signed addresses. */
final class LookupEntities {
  private static final String ALL = "/data-definitions/lookup-tables";
  private static final String STORAGE = "/uploads/";
  private static final String ID = "data-group-id";
  private static final String CSV = "csv";
  private static final String EMPTY = "id\n";

  private final EntityStore tables;
  private final EntityStore uploads;

  /** The rows of each table, by its id. */
  private final Map<String, String> rows = new ConcurrentHashMap<>();

  private LookupEntities(EntityStore tables, EntityStore uploads) {
    this.tables = tables;
    this.uploads = uploads;
  }

  static List<Route> routes(Entities entities) {
    LookupEntities lookups =
        new LookupEntities(
            entities.keep(
                "lookup-tables",
                EntityStore.numbered("Lookup table")
                    .requires("name")
                    .defaults(
                        "{\"token\":\"lookup-token\",\"created_at\":\"2026-01-02T10:00:00Z\","
                            + "\"has_mapped_properties\":false}")),
            entities.keep("uploads", EntityStore.numbered("Upload")));
    List<Route> routes = new ArrayList<>();
    routes.addAll(lookups.paths());
    routes.add(new Route(Set.of("PUT"), STORAGE + "*", Family.TRACKING, lookups::store));
    return routes;
  }

  private List<Route> paths() {
    return EntityPaths.scoped()
        .answering("GET", ALL, asked -> Action.array(listed(asked)))
        .answering("GET", ALL + "/upload-url", this::address)
        .answering("POST", ALL, this::register)
        .answering("PATCH", ALL, this::rename)
        .answering(
            "DELETE",
            ALL,
            asked -> {
              tables.deleteAll(asked.list("data-group-ids"));
              return null;
            })
        .answering("GET", ALL + "/upload-status", asked -> status())
        .on("GET", ALL + "/download", asked -> Answer.text(200, csv(asked)))
        .answering(
            "GET",
            ALL + "/download-url",
            asked -> {
              ObjectNode table = tables.get(id(asked));
              return JsonNodeFactory.instance.textNode(
                  "https://storage.example.com/" + table.path("id").asText());
            })
        .routes();
  }

  private static String id(Asked asked) throws Refusal {
    return asked.request().parameter(ID).orElseThrow(() -> new Refusal(400, ID + " is required"));
  }

  private List<ObjectNode> listed(Asked asked) {
    return tables.where(
        table -> asked.request().parameter(ID).map(table.path("id").asText()::equals).orElse(true));
  }

  private JsonNode address(Asked asked) throws Refusal {
    String number = uploads.create(JsonNodeFactory.instance.objectNode()).path("id").asText();
    String host = asked.request().header("Host").orElse("localhost");
    return JsonNodeFactory.instance
        .objectNode()
        .put("url", "http://" + host + STORAGE + number)
        .put("path", "gs://uploads/" + number)
        .put("key", number);
  }

  private Answer store(Request request) throws Refusal {
    uploads.update(
        request.path().substring(STORAGE.length()),
        JsonNodeFactory.instance.objectNode().put(CSV, request.bodyText()));
    return Answer.text(200, "");
  }

  private JsonNode register(Asked asked) throws Refusal {
    Parameters form = Parameters.decode(asked.request().bodyText());
    JsonNode csv = uploads.get(form.first("key").orElse("")).path(CSV);
    if (csv.isMissingNode()) {
      throw new Refusal(400, "No file was sent");
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    form.first("name").ifPresent(name -> body.put("name", name));
    String replaced = form.first(ID).orElse("");
    ObjectNode table = replaced.isEmpty() ? tables.create(body) : tables.update(replaced, body);
    rows.put(table.path("id").asText(), csv.asText());
    return table;
  }

  private JsonNode rename(Asked asked) throws Refusal {
    ObjectNode body = asked.body();
    JsonNode id = body.remove(ID);
    return tables.update(id == null ? "" : id.asText(), body);
  }

  private static JsonNode status() {
    return JsonNodeFactory.instance.objectNode().put("uploadStatus", "SUCCESS");
  }

  private String csv(Asked asked) throws Refusal {
    String id = tables.get(id(asked)).path("id").asText();
    List<String> lines = rows.getOrDefault(id, EMPTY).lines().toList();
    int most =
        asked.request().parameter("limit").map(Integer::parseInt).orElse(Integer.MAX_VALUE - 1);
    return String.join("\n", lines.subList(0, Math.min(lines.size(), most + 1))) + "\n";
  }
}
