package dev.mixpaneldata.app.pipelines;

/** How events become tables. */
public enum PipelineSchema {
  /** One table for all events. */
  MONOSCHEMA,
  /** One table for each event. */
  MULTISCHEMA
}
