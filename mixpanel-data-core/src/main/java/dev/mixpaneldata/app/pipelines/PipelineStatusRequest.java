package dev.mixpaneldata.app.pipelines;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.List;

/**
 * A question for the tasks of a pipeline.
 *
 * @param summary whether tasks are counted and not listed
 * @param status the states of the tasks; empty for all
 */
@WithBuilder
public record PipelineStatusRequest(
    @Param(help = PipelineRequest.NAME, listedBy = Reference.LIST_PIPELINES) String pipeline,
    @Param(help = "Count the tasks and list none") boolean summary,
    @Param(help = "States of the tasks; all unless given") List<TaskStatus> status)
    implements PipelineStatusRequestBuilder.With {
  public PipelineStatusRequest {
    status = List.copyOf(status);
  }

  /** Returns a question for all tasks. */
  public static PipelineStatusRequest of(String pipeline) {
    return new PipelineStatusRequest(pipeline, false, List.of());
  }
}
