package dev.mixpaneldata.report;

/** The things that a report counts, separately in each bucket and segment. */
public enum CountType {
  /** Events. */
  GENERAL,
  /** Users; one who comes back in the next bucket counts there again. */
  UNIQUE,
  /** Events for each user. Mixpanel gives no formula; here events divided by users. */
  AVERAGE
}
