package dev.mixpaneldata.report;

/** The API of Mixpanel that answers a report. */
public enum ReportEngine {
  /** The documented one where it can answer and is still there, otherwise {@link #DEFINITION}. */
  AUTO,
  /** The documented endpoints of the query API, which Mixpanel has in maintenance mode. */
  DOCUMENTED,
  /** The endpoints of Mixpanel's web application, which take the report's definition. */
  DEFINITION
}
