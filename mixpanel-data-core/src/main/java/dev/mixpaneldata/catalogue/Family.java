package dev.mixpaneldata.catalogue;

/** The subject of an operation; surfaces group operations by it. */
public enum Family {
  /** Reports, saved reports and questions about profiles. */
  REPORTS,
  /** The contents of a project: names, saved things, the Lexicon. */
  DISCOVERY,
  /** Notes on the timeline. */
  ANNOTATIONS,
  /** Boards and the saved reports on them. */
  DASHBOARDS,
  /** Saved cohorts. */
  COHORTS,
  /** Alerts, and the webhooks that Mixpanel calls. */
  ALERTS,
  /** Experiments, and feature flags with their evaluation. */
  EXPERIMENTS,
  /** What the Lexicon says about events and properties, and their schemas. */
  LEXICON,
  /** Enforcement of schemas, audits, anomalies, and requests to erase events. */
  DATA_QUALITY,
  /** Drop filters, custom properties, custom events and lookup tables. */
  GOVERNANCE,
  /** The identities of users. */
  IDENTITY,
  /** Pipelines that export to storage or a warehouse. */
  PIPELINES,
  /** Projects, service accounts, personal data and imports from a warehouse. */
  ADMINISTRATION,
  /** Filling local tables from Mixpanel. */
  FETCHING,
  /** Local tables and SQL. */
  TABLES;

  /** Returns whether the family is about things that Mixpanel's web application manages. */
  public boolean isManaged() {
    return switch (this) {
      case ANNOTATIONS,
          DASHBOARDS,
          COHORTS,
          ALERTS,
          EXPERIMENTS,
          LEXICON,
          DATA_QUALITY,
          GOVERNANCE,
          IDENTITY,
          PIPELINES,
          ADMINISTRATION ->
          true;
      case REPORTS, DISCOVERY, FETCHING, TABLES -> false;
    };
  }
}
