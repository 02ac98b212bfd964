package dev.mixpaneldata.app.pipelines;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;

/** One pipeline. */
public record PipelineRequest(
    @Param(help = NAME, listedBy = Reference.LIST_PIPELINES) String pipeline) {
  static final String NAME = "Name of the pipeline";
}
