package dev.mixpaneldata.catalogue;

/** A particular trait of an operation, beside its parameters. */
public enum Trait {
  /** A {@link dev.mixpaneldata.report.ReportTarget} chooses who answers it. */
  REPORT,
  /** A report that only local tables answer. */
  LOCAL_ONLY,
  /** Its answer is kept in memory for a short time. */
  KEPT,
  /** A change that changes nothing more if it is made a second time. */
  REPEATABLE,
  /** Destroys its subjects alone: a call that has none destroys nothing. */
  DESTROYS_SUBJECTS
}
