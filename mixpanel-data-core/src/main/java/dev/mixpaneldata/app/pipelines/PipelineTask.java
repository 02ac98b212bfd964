package dev.mixpaneldata.app.pipelines;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A task of a pipeline. Its times are as Mixpanel writes them.
 *
 * @param fromDate the first day of what it exports
 * @param toDate the last day of what it exports
 */
public record PipelineTask(
    Optional<String> name,
    Optional<String> state,
    Optional<String> runAt,
    Optional<String> lastFinish,
    Optional<String> fromDate,
    Optional<String> toDate,
    @Remaining Map<String, Json> remaining) {}
