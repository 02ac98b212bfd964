package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.endpoint.Refusal;
import dev.mixpaneldata.testkit.endpoint.Route;
import java.util.List;

/** Experiments from draft to verdict, and feature flags. */
final class ExperimentEntities {
  private ExperimentEntities() {}

  static List<Route> experiments(Entities entities) {
    EntityStore experiments =
        entities.keep(
            "experiments",
            EntityStore.withUuids("Experiment")
                .requires("name")
                .defaults("{\"status\":\"draft\",\"can_update_basic\":true}"));
    String all = "/experiments";
    return EntityPaths.scoped()
        .answering("GET", all + "/erf", asked -> Action.array(experiments.all()))
        .crud(all, experiments)
        .answering("GET", all, asked -> Action.array(listed(asked, experiments)))
        .answering("PUT", all + "/*/launch", step(experiments, "draft", "active", "launch"))
        .answering(
            "PUT",
            all + "/*/force_conclude",
            asked -> {
              step(experiments, "active", "concluded", "conclude").of(asked);
              return experiments.update(asked.id(), asked.body());
            })
        .answering(
            "PATCH",
            all + "/*/decide",
            asked -> {
              ObjectNode verdict = asked.body();
              if (!verdict.path("success").isBoolean()) {
                throw new Refusal(400, "success: This field is required.");
              }
              String status = verdict.path("success").asBoolean() ? "success" : "fail";
              return step(experiments, "concluded", status, "decide").of(asked);
            })
        .answering("POST", all + "/*/archive", archiving(experiments, true))
        .answering(
            "DELETE",
            all + "/*/archive",
            asked -> {
              archiving(experiments, false).of(asked);
              return experiments.get(asked.id());
            })
        .answering("POST", all + "/*/duplicate", asked -> copy(asked, experiments, asked.body()))
        .routes();
  }

  static List<Route> flags(Entities entities) {
    EntityStore flags =
        entities.keep(
            "feature-flags",
            EntityStore.withUuids("Feature flag")
                .requires("name", "key", "tags", "context", "serving_method", "ruleset")
                .defaults(
                    "{\"status\":\"disabled\",\"tags\":[],\"ruleset\":{},\"can_update_basic\":true,"
                        + "\"project_id\":%d}".formatted(entities.world().project().id())));
    String all = "/feature-flags";
    return EntityPaths.ofWorkspaces()
        .crud(all, flags)
        .answering("GET", all, asked -> Action.array(listed(asked, flags)))
        .answering("PUT", all + "/*", asked -> flags.replace(asked.id(), asked.body()))
        .answering("POST", all + "/*/archive", archiving(flags, true))
        .answering(
            "DELETE",
            all + "/*/archive",
            asked -> {
              archiving(flags, false).of(asked);
              return flags.get(asked.id());
            })
        .answering(
            "POST",
            all + "/*/duplicate",
            asked -> {
              ObjectNode name = JsonNodeFactory.instance.objectNode();
              String copied = flags.get(asked.id()).path("key").asText();
              return copy(asked, flags, name.put("key", copied + "_copy"));
            })
        .answering(
            "PUT",
            all + "/*/test-users",
            asked -> {
              ObjectNode test = JsonNodeFactory.instance.objectNode();
              test.set("test_users", asked.body().path("users"));
              flags.update(asked.id(), test);
              return null;
            })
        .answering(
            "GET",
            all + "/*/history",
            asked -> {
              flags.get(asked.id());
              ObjectNode history = JsonNodeFactory.instance.objectNode();
              history.putArray("events").addArray().add("created");
              return history.put("count", 1);
            })
        .routes();
  }

  /** The limits of flags, which belong to the project. */
  static List<Route> limits(Entities entities) {
    return EntityPaths.scoped()
        .answering(
            "GET",
            "/feature-flags/limits",
            asked ->
                JsonNodeFactory.instance
                    .objectNode()
                    .put("limit", 10)
                    .put("is_trial", false)
                    .put("current_usage", entities.find("feature-flags").orElseThrow().all().size())
                    .put("contract_status", "active"))
        .routes();
  }

  private static List<ObjectNode> listed(Asked asked, EntityStore things) {
    return things.where(
        thing -> asked.flag("include_archived") || !thing.path("archived").asBoolean());
  }

  private static Action.Results archiving(EntityStore things, boolean archived) {
    return asked -> {
      things.update(asked.id(), JsonNodeFactory.instance.objectNode().put("archived", archived));
      return null;
    };
  }

  private static Action.Results step(EntityStore experiments, String from, String to, String verb) {
    return asked -> {
      String status = experiments.get(asked.id()).path("status").asText();
      if (!status.equals(from)) {
        throw new Refusal(400, "Experiment must be " + from + " to " + verb);
      }
      return experiments.update(
          asked.id(), JsonNodeFactory.instance.objectNode().put("status", to));
    };
  }

  private static JsonNode copy(Asked asked, EntityStore things, ObjectNode changes) throws Refusal {
    ObjectNode copy = things.get(asked.id());
    copy.remove("id");
    changes.properties().forEach(field -> copy.set(field.getKey(), field.getValue()));
    return things.create(copy);
  }
}
