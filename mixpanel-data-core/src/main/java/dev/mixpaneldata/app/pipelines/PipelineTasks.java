package dev.mixpaneldata.app.pipelines;

import java.util.List;

/**
 * The tasks of a pipeline in one state.
 *
 * @param status the state in Mixpanel's word, such as {@code succeeded}
 * @param count the number of tasks
 * @param tasks the tasks; empty if they were only counted
 */
public record PipelineTasks(String status, long count, List<PipelineTask> tasks) {}
