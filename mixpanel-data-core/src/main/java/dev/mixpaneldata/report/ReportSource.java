package dev.mixpaneldata.report;

/** The source that answers a report. */
public enum ReportSource {
  /** A local table if one has everything that the report needs, otherwise Mixpanel. */
  AUTO,
  /** Mixpanel, at the cost of one of the 60 queries an hour. */
  LIVE,
  /** A local table. The report is refused if no table has everything it needs. */
  LOCAL
}
