package dev.mixpaneldata.report;

/** What a count counts, in each bucket and segment for itself. */
public enum CountType {
  /** Events. */
  GENERAL,
  /** Users; one who comes back in the next bucket counts there again. */
  UNIQUE,
  /** Events for each user. Mixpanel gives no formula; here events divided by users. */
  AVERAGE
}
