package dev.mixpaneldata.operation;

/** The names or values of a project from which pages let users choose a parameter. */
public enum Suggested {
  /** None: the value is typed. */
  NOTHING,
  /** Names of events. */
  EVENTS,
  /** Names of properties. */
  PROPERTIES,
  /** Values of the property beside it. */
  VALUES,
  /** Conditions on properties. */
  FILTER,
  /** Definitions of cohorts. */
  COHORT,
  /** Names of local tables. */
  TABLES,
  /** Ids of users. */
  USERS
}
