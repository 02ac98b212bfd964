package dev.mixpaneldata.report;

/** How the numbers of each user become one, before a measure is taken over users. */
public enum PerUser {
  TOTAL,
  AVERAGE,
  MIN,
  MAX,
  /** The number of different values. */
  UNIQUE_VALUES
}
