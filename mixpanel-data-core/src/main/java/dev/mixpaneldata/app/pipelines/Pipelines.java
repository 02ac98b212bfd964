package dev.mixpaneldata.app.pipelines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.app.AppClient;
import dev.mixpaneldata.internal.app.BodyFields;
import dev.mixpaneldata.internal.json.LenientReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Pipelines that export to storage or a warehouse (data pipelines reference). Mixpanel still
 * documents them, and recommends its newer exports for new ones.
 */
public final class Pipelines {
  private static final String NAME = "name";

  private final AppClient client;
  private final String project;

  /** Creates a client over this HTTP client. */
  public Pipelines(MixpanelHttp http) {
    this.client = new AppClient(http);
    this.project = http.credentials().projectId();
  }

  /** Returns the pipelines of the project. */
  public List<Pipeline> list() {
    Call call = get("jobs");
    List<Pipeline> pipelines = new ArrayList<>();
    for (JsonNode ofProject : client.fields("pipelines by project", call).values()) {
      LenientReader.elements(ofProject)
          .forEach(item -> pipelines.add(AppClient.entity(Pipeline.class, item, call)));
    }
    return List.copyOf(pipelines);
  }

  /** Returns the tasks of a pipeline by their states, those that have succeeded included. */
  public List<PipelineTasks> status(PipelineStatusRequest request) {
    Call call =
        get("status")
            .parameter(NAME, request.pipeline())
            .parameter("summary", request.summary() ? "true" : null);
    for (TaskStatus status : request.status()) {
      call = call.parameter("status", status.name().toLowerCase(Locale.ROOT));
    }
    List<PipelineTasks> states = new ArrayList<>();
    for (Map.Entry<String, JsonNode> state : client.fields("tasks by state", call).entrySet()) {
      states.add(tasks(state.getKey(), state.getValue(), call));
    }
    return List.copyOf(states);
  }

  /** Returns the exports of a pipeline, day by day. */
  public List<PipelineSync> timeline(String pipeline) {
    return client.listIn(
        PipelineSync.class, "day_syncs", get("timeline").parameter(NAME, pipeline));
  }

  /**
   * Creates a pipeline.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if the target lacks what its type needs
   */
  public CreatedPipelines create(CreatePipeline request) {
    Map<String, JsonNode> target = BodyFields.fields(request.target());
    List<String> missing =
        request.type().required().stream().filter(field -> !target.containsKey(field)).toList();
    if (!missing.isEmpty()) {
      throw MixpanelDataException.invalidArgument(
          "The target of a pipeline of type "
              + request.type().wireName()
              + " lacks "
              + String.join(", ", missing)
              + ".",
          "Add it to the target.");
    }
    Map<String, Object> body = BodyFields.of(request, "target");
    if (request.type().hasSchema()) {
      body.putIfAbsent("schema_type", "monoschema");
      // Mixpanel takes no other value, and requires it.
      body.put("sync", true);
    }
    body.putAll(target);
    return client.change(CreatedPipelines.class, form("create", body));
  }

  /** Changes what a pipeline exports, or its credentials. */
  public ChangeReceipt update(UpdatePipeline request) {
    request.requireChange();
    Map<String, Object> body = BodyFields.of(request, "pipeline");
    return changed(request.pipeline(), "updated", "edit", body);
  }

  /** Deletes a pipeline with its history. What it exported stays where it is. */
  public ChangeReceipt cancel(String pipeline) {
    return changed(pipeline, "deleted", "cancel", Map.of());
  }

  /** Stops the exports of a pipeline until it is resumed. */
  public ChangeReceipt pause(String pipeline) {
    return changed(pipeline, "paused", "pause", Map.of());
  }

  /** Lets a paused pipeline export again. */
  public ChangeReceipt resume(String pipeline) {
    return changed(pipeline, "resumed", "resume", Map.of());
  }

  private ChangeReceipt changed(
      String pipeline, String outcome, String action, Map<String, Object> body) {
    return client.change(pipeline, outcome, form(action, body).field(NAME, pipeline));
  }

  private static Call get(String action) {
    return Call.get(ApiFamily.PIPELINES, "/" + action);
  }

  /** A form that names the project, as Mixpanel has it, in place of a parameter. */
  private Call form(String action, Map<String, Object> body) {
    Call call =
        Call.post(ApiFamily.PIPELINES, "/" + action)
            .withoutProjectId()
            .field("project_id", project);
    for (Map.Entry<String, Object> field : body.entrySet()) {
      for (Object value : values(field.getValue())) {
        call = call.field(field.getKey(), value);
      }
    }
    return call;
  }

  /** The values of one field: a list is sent as several fields of one name. */
  private static List<?> values(Object value) {
    if (value instanceof ArrayNode array) {
      return LenientReader.elements(array).stream().map(JsonNode::asText).toList();
    }
    if (value instanceof JsonNode node && node.isValueNode()) {
      return List.of(node.asText());
    }
    return value instanceof List<?> list ? list : List.of(value);
  }

  private static PipelineTasks tasks(String status, JsonNode found, Call call) {
    if (!found.isArray()) {
      return new PipelineTasks(status, LenientReader.count(found), List.of());
    }
    List<PipelineTask> tasks =
        LenientReader.elements(found).stream()
            .map(task -> AppClient.entity(PipelineTask.class, task, call))
            .toList();
    return new PipelineTasks(status, tasks.size(), tasks);
  }
}
