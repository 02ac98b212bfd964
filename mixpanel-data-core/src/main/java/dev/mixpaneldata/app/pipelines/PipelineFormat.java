package dev.mixpaneldata.app.pipelines;

/** The format of exported files. */
public enum PipelineFormat {
  JSON,
  /** Only with a schema. */
  PARQUET
}
