package dev.mixpaneldata.report;

/** Who answers a report. */
public enum ReportSource {
  /** A local table that has all the report is about, or else Mixpanel. */
  AUTO,
  /** Mixpanel, at the cost of one of the 60 queries an hour. */
  LIVE,
  /** A local table; refused where none has all the report is about. */
  LOCAL
}
