package dev.mixpaneldata.app.warehouse;

/** Which rows an import reads. */
public enum SyncMode {
  /** Those that are new by the column of their insertion. */
  TIME_BASED,
  /** Those that changed; what is deleted there is deleted at Mixpanel. */
  MIRROR_MODE,
  /** All, at each run. */
  FULL_SYNC,
  /** All, once. */
  ONE_TIME
}
