package dev.mixpaneldata.app.pipelines;

/** What a pipeline exports. */
public enum PipelineSource {
  EVENTS,
  /** Profiles of users; only with a schema. */
  PEOPLE
}
