package dev.mixpaneldata.catalogue;

/** What operations are about; surfaces group them by it. */
public enum Family {
  /** Reports, saved reports and questions about profiles. */
  REPORTS,
  /** What there is in a project: names, saved things, the Lexicon. */
  DISCOVERY,
  /** What the web application manages, in full. */
  MANAGEMENT,
  /** Local tables and SQL. */
  TABLES
}
