package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.endpoint.Refusal;
import dev.mixpaneldata.testkit.endpoint.Route;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Parameters;
import java.util.List;

/** Pipelines, which are found by their names. Each has exported one day. */
final class PipelineEntities {
  private static final List<String> TYPES =
      List.of(
          "gcs-raw",
          "s3-raw",
          "azure-raw",
          "bigquery",
          "snowflake",
          "aws",
          "azure-blob",
          "gcs-schema");

  private final EntityStore pipelines;
  private final String project;

  private PipelineEntities(Entities entities) {
    this.project = Long.toString(entities.world().project().id());
    this.pipelines =
        entities.keep(
            "pipelines",
            EntityStore.withUuids("Pipeline")
                .requires("name")
                .defaults("{\"frequency\":\"daily\",\"sync_enabled\":\"true\"}"));
  }

  static List<Route> routes(Entities entities) {
    PipelineEntities all = new PipelineEntities(entities);
    return EntityPaths.below("/api/2.0/nessie/pipeline")
        .on("GET", "/jobs", all::jobs)
        .on("GET", "/status", all::status)
        .on("GET", "/timeline", all::timeline)
        .on("POST", "/create", all::create)
        .on("POST", "/edit", asked -> all.changed(asked, "edited"))
        .on("POST", "/pause", asked -> all.changed(asked, "paused"))
        .on("POST", "/resume", asked -> all.changed(asked, "running"))
        .on("POST", "/cancel", all::cancel)
        .routes();
  }

  private Answer jobs(Asked asked) {
    ArrayNode listed = JsonNodeFactory.instance.arrayNode();
    for (ObjectNode pipeline : pipelines.all()) {
      listed
          .addObject()
          .put("name", pipeline.path("name").asText())
          .put("Dispatcher", "backfill")
          .put("last_dispatched", "2026-02-01 12:00:00 US/Pacific")
          .put("frequency", pipeline.path("frequency").asText())
          .put("sync_enabled", pipeline.path("sync_enabled").asText());
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.set(project, listed);
    return Answer.json(200, answer.toString());
  }

  private Answer status(Asked asked) throws Refusal {
    ObjectNode pipeline = pipelines.get(asked.request().parameter("name").orElse(""));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    if (asked.flag("summary")) {
      return Answer.json(200, answer.put("succeeded", 1).toString());
    }
    answer
        .putArray("succeeded")
        .addObject()
        .put("project_id", project)
        .put("name", pipeline.path("name").asText())
        .put("state", "succeeded")
        .put("run_at", "2026-02-01T12:00:00")
        .put("last_finish", "2026-02-01T12:05:00")
        .put("from_date", "2026-01-31T00:00:00")
        .put("to_date", "2026-01-31T23:59:59");
    return Answer.json(200, answer.toString());
  }

  private Answer timeline(Asked asked) throws Refusal {
    pipelines.get(asked.request().parameter("name").orElse(""));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode day = answer.putArray("day_syncs").addObject();
    day.put("date", "2026-01-31").put("status", "synced");
    day.putArray("sync_times").add("2026-02-01 12:05:00.000000 -0800 PST");
    return Answer.json(200, answer.toString());
  }

  private Answer create(Asked asked) throws Refusal {
    Parameters form = form(asked);
    String type = form.first("type").orElse("");
    if (!TYPES.contains(type)) {
      throw new Refusal(400, "type must be one of " + String.join(", ", TYPES));
    }
    boolean raw = type.endsWith("-raw");
    for (String field : raw ? List.of("from_date") : List.of("from_date", "sync", "schema_type")) {
      if (form.first(field).isEmpty()) {
        throw new Refusal(400, field + " is required");
      }
    }
    String name =
        (form.first("trial").orElse("").equals("true") ? "trial-" : "")
            + form.first("data_source").orElse("events")
            + "-"
            + form.first("frequency").orElse("daily")
            + "-"
            + type
            + form.first("schema_type").map(schema -> "-" + schema).orElse("");
    ObjectNode pipeline = JsonNodeFactory.instance.objectNode().put("id", name).put("name", name);
    form.first("frequency").ifPresent(frequency -> pipeline.put("frequency", frequency));
    pipelines.create(pipeline);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.putArray("pipeline_names").add(name);
    return Answer.json(200, answer.toString());
  }

  private Answer changed(Asked asked, String state) throws Refusal {
    ObjectNode change = JsonNodeFactory.instance.objectNode().put("state", state);
    pipelines.update(name(asked), change);
    return Answer.text(200, "");
  }

  private Answer cancel(Asked asked) throws Refusal {
    pipelines.delete(name(asked));
    return Answer.text(200, "");
  }

  private String name(Asked asked) throws Refusal {
    return form(asked).first("name").orElseThrow(() -> new Refusal(400, "name is required"));
  }

  private Parameters form(Asked asked) throws Refusal {
    Parameters form = Parameters.decode(asked.request().bodyText());
    String named = form.first("project_id").orElse("");
    if (!named.equals(project)) {
      throw new Refusal(403, "No access to project " + named);
    }
    return form;
  }
}
