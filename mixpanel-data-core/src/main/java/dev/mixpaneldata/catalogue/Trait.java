package dev.mixpaneldata.catalogue;

/** What is particular about an operation beside its parameters. */
public enum Trait {
  /** A {@link dev.mixpaneldata.report.ReportTarget} says who answers it. */
  REPORT,
  /** A report that only local tables answer. */
  LOCAL_ONLY,
  /** Its answer is kept in memory for a while. */
  KEPT
}
