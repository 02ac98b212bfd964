package dev.mixpaneldata.app.pipelines;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Map;

/**
 * What Mixpanel made of a request for a pipeline.
 *
 * @param pipelineNames the names by which the pipelines are found again
 */
public record CreatedPipelines(
    List<String> pipelineNames, @Remaining Map<String, Json> remaining) {}
