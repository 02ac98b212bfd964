package dev.mixpaneldata.app.pipelines;

/** How often a pipeline exports. */
public enum PipelineFrequency {
  HOURLY,
  /** At midnight in the time zone of the project. */
  DAILY
}
