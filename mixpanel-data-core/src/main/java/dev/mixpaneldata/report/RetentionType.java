package dev.mixpaneldata.report;

/** The users with whom a row of retention begins. */
public enum RetentionType {
  /** The users who did the first event for the first time in the bucket. */
  BIRTH,
  /**
   * The users who did the event in the bucket, counted in every bucket again; there is only one
   * event then.
   */
  COMPOUNDED
}
