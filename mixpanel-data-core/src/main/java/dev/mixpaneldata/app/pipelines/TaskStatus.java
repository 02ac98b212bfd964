package dev.mixpaneldata.app.pipelines;

/** How far a task of a pipeline is. */
public enum TaskStatus {
  PENDING,
  RUNNING,
  RETRIED,
  FAILED,
  CANCELED,
  TIMED_OUT
}
