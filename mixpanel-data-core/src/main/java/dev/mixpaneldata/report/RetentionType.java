package dev.mixpaneldata.report;

/** Which users a row of retention begins with. */
public enum RetentionType {
  /** Those who did the first event for the first time in the bucket. */
  BIRTH,
  /** Those who did the event in the bucket, each time anew; there is only one event then. */
  COMPOUNDED
}
