package dev.mixpaneldata.report;

/** The time at which the intervals of a retention begin. */
public enum RetentionAlignment {
  /**
   * Intervals begin at the user's own first event; a day is 24 hours, a month 30 days. Mixpanel's
   * API has these.
   */
  ROLLING,
  /**
   * Intervals begin with the calendar units of the project's clock: interval 0 of days ends at the
   * next midnight.
   */
  CALENDAR
}
