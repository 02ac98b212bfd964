package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.endpoint.Refusal;
import dev.mixpaneldata.testkit.endpoint.Route;
import java.util.List;
import java.util.stream.Stream;

/** Service accounts of the organization, requests for personal data, and warehouse imports. */
final class AdministrationEntities {
  private static final List<String> IMPORT_TYPES =
      List.of("event-stream", "people", "groups", "lookup-table");

  private AdministrationEntities() {}

  static List<Route> serviceAccounts(Entities entities) {
    EntityStore accounts =
        entities.keep(
            "service-accounts",
            EntityStore.numbered("Service account")
                .requires("username")
                .defaults("{\"creator\":5,\"user\":6,\"created\":\"2026-01-02T10:00:00Z\"}"));
    String all = "/service-accounts";
    List<Route> routes =
        EntityPaths.below("/api/app/organizations/*")
            .answering("POST", all + "/add-to-project", asked -> member(asked, accounts))
            .answering("POST", all + "/remove-from-project", asked -> left(asked, accounts))
            .crud(all, accounts)
            .on(
                "POST",
                all,
                asked -> {
                  ObjectNode made = accounts.create(asked.body());
                  return Action.envelope(201, made.put("token", "secret-" + made.path("id")));
                })
            .routes();
    List<Route> members =
        EntityPaths.below("/api/app/projects/*")
            .answering(
                "GET", all, asked -> Action.array(accounts.where(account -> account.has("role"))))
            .routes();
    return Stream.of(routes, members).flatMap(List::stream).toList();
  }

  private static JsonNode member(Asked asked, EntityStore accounts) throws Refusal {
    JsonNode role = asked.body().at("/projects/0/role");
    for (JsonNode id : asked.list("service_account_ids")) {
      ObjectNode change = JsonNodeFactory.instance.objectNode();
      change.set("role", role);
      accounts.update(id.asText(), change);
    }
    return JsonNodeFactory.instance.objectNode();
  }

  private static JsonNode left(Asked asked, EntityStore accounts) throws Refusal {
    for (JsonNode project : asked.list("projects")) {
      for (JsonNode id : project.path("service_account_ids")) {
        ObjectNode account = accounts.get(id.asText());
        account.remove("role");
        accounts.replace(id.asText(), account);
      }
    }
    return JsonNodeFactory.instance.objectNode();
  }

  static List<Route> personalData(Entities entities) {
    EntityPaths paths = EntityPaths.below("/api/app");
    for (String kind : List.of("data-retrievals", "data-deletions")) {
      EntityStore jobs =
          entities.keep(
              kind,
              EntityStore.withUuids("Request")
                  .requires("distinct_ids")
                  .defaults("{\"status\":\"PENDING\"}")
                  .completedBy(job -> job.set("tracking_id", job.path("id"))));
      String all = "/" + kind + "/v3.0";
      paths
          .on(
              "POST",
              all,
              asked -> {
                checkToken(asked, entities);
                String id = jobs.create(asked.body()).path("id").asText();
                return Action.envelope(
                    201, JsonNodeFactory.instance.objectNode().put("task_id", id));
              })
          .answering(
              "GET",
              all + "/*",
              asked -> {
                checkToken(asked, entities);
                return jobs.get(asked.id());
              })
          .answering(
              "DELETE",
              all + "/*",
              asked -> {
                checkToken(asked, entities);
                jobs.delete(asked.id());
                return null;
              });
    }
    return paths.routes();
  }

  private static void checkToken(Asked asked, Entities entities) throws Refusal {
    String token = asked.request().parameter("token").orElse("");
    if (!token.equals(entities.world().project().token())) {
      throw new Refusal(403, "No project has this token");
    }
  }

  static List<Route> warehouseImports(Entities entities) {
    EntityStore imports =
        entities.keep(
            "warehouse-imports",
            EntityStore.numbered("Warehouse import")
                .requires("import_type", "warehouse_source_id", "table_params", "sync_mode")
                .defaults("{\"paused\":false,\"run_every\":0,\"is_deleted\":false}"));
    String all = "/warehouse-sources/imports";
    return EntityPaths.below("/api/app/projects/*")
        .crud(all, imports)
        .answering("POST", all + "/*", asked -> created(asked, imports))
        .answering(
            "PUT",
            all + "/*/manual-sync",
            asked -> {
              imports.get(asked.id());
              return JsonNodeFactory.instance.objectNode().put("run_id", "run-" + asked.id());
            })
        .answering(
            "GET",
            all + "/*/history",
            asked -> {
              imports.get(asked.id());
              ObjectNode history = JsonNodeFactory.instance.objectNode();
              history
                  .putArray("runs")
                  .addObject()
                  .put("status", "SUCCEEDED")
                  .put("start_time", 1_767_225_600)
                  .put("end_time", 1_767_225_660)
                  .put("num_events_imported", 3);
              return history;
            })
        .routes();
  }

  private static JsonNode created(Asked asked, EntityStore imports) throws Refusal {
    if (!IMPORT_TYPES.contains(asked.id())) {
      throw new Refusal(404, "Not found: " + asked.id());
    }
    return imports.create(asked.body());
  }
}
