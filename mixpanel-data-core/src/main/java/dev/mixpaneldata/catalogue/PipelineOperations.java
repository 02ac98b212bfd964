package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.app.pipelines.CreatePipeline;
import dev.mixpaneldata.app.pipelines.CreatedPipelines;
import dev.mixpaneldata.app.pipelines.Pipeline;
import dev.mixpaneldata.app.pipelines.PipelineRequest;
import dev.mixpaneldata.app.pipelines.PipelineStatusRequest;
import dev.mixpaneldata.app.pipelines.PipelineSync;
import dev.mixpaneldata.app.pipelines.PipelineTasks;
import dev.mixpaneldata.app.pipelines.UpdatePipeline;
import dev.mixpaneldata.operation.NoArguments;
import java.util.List;
import java.util.Optional;

/** Pipelines, as operations. */
final class PipelineOperations {
  private static final ManagedOperations FAMILY = new ManagedOperations(Family.PIPELINES);

  private PipelineOperations() {}

  static List<OperationSpec<?, ?>> all() {
    return List.of(
        FAMILY.read(
            "list_pipelines",
            "pipelines list",
            "Pipelines that export to storage or a warehouse",
            NoArguments.class,
            ResultType.listOf(Pipeline.class),
            (app, request) -> app.pipelines().list()),
        FAMILY.read(
            "get_pipeline_status",
            "pipelines status",
            "Tasks of a pipeline by their state",
            PipelineStatusRequest.class,
            ResultType.listOf(PipelineTasks.class),
            (app, request) -> app.pipelines().status(request)),
        FAMILY.read(
            "get_pipeline_timeline",
            "pipelines timeline",
            "Exports of a pipeline, day by day",
            PipelineRequest.class,
            ResultType.listOf(PipelineSync.class),
            (app, request) -> app.pipelines().timeline(request.pipeline())),
        FAMILY.write(
            "create_pipeline",
            "pipelines create",
            "Create a pipeline that exports events or profiles",
            CreatePipeline.class,
            ResultType.of(CreatedPipelines.class),
            (app, request) -> app.pipelines().create(request)),
        FAMILY
            .write(
                "update_pipeline",
                "pipelines update",
                "Change what a pipeline exports, or its credentials",
                UpdatePipeline.class,
                ResultType.of(ChangeReceipt.class),
                (app, request) -> app.pipelines().update(request))
            .with(Trait.REPEATABLE),
        FAMILY
            .write(
                "pause_pipeline",
                "pipelines pause",
                "Stop the exports of a pipeline until it is resumed",
                PipelineRequest.class,
                ResultType.of(ChangeReceipt.class),
                (app, request) -> app.pipelines().pause(request.pipeline()))
            .with(Trait.REPEATABLE),
        FAMILY
            .write(
                "resume_pipeline",
                "pipelines resume",
                "Let a paused pipeline export again",
                PipelineRequest.class,
                ResultType.of(ChangeReceipt.class),
                (app, request) -> app.pipelines().resume(request.pipeline()))
            .with(Trait.REPEATABLE),
        FAMILY.delete(
            "delete_pipeline",
            "pipelines delete",
            "Delete a pipeline and its history",
            PipelineRequest.class,
            (app, request) -> app.pipelines().cancel(request.pipeline()),
            (app, request) ->
                List.of(
                    Subject.of("pipeline", request.pipeline(), Optional.of(request.pipeline())))));
  }
}
