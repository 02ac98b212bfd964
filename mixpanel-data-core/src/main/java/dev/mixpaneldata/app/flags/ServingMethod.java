package dev.mixpaneldata.app.flags;

/** Where a flag is evaluated. */
public enum ServingMethod {
  CLIENT,
  SERVER,
  REMOTE_OR_LOCAL,
  REMOTE_ONLY
}
