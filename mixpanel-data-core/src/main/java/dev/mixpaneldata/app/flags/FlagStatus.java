package dev.mixpaneldata.app.flags;

/** Whether a flag assigns its variants. */
public enum FlagStatus {
  ENABLED,
  DISABLED,
  /** Out of sight, and off. */
  ARCHIVED
}
