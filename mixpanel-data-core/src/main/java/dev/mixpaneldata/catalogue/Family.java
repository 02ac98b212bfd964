package dev.mixpaneldata.catalogue;

/** The subject of an operation; surfaces group operations by it. */
public enum Family {
  /** Reports, saved reports and questions about profiles. */
  REPORTS,
  /** The contents of a project: names, saved things, the Lexicon. */
  DISCOVERY,
  /** The things that the web application manages, in full. */
  MANAGEMENT,
  /** Filling local tables from Mixpanel. */
  FETCHING,
  /** Local tables and SQL. */
  TABLES
}
