package dev.mixpaneldata.report;

/** The intervals in which a user of a retention counts, beside those in which they came back. */
public enum UnboundedMode {
  /** No others. */
  NONE,
  /** All before it: a user counts in an interval who came back in it or any later one. */
  CARRY_BACK,
  /** All after it: a user counts in an interval who came back in it or any earlier one. */
  CARRY_FORWARD,
  /**
   * None, and the ones after a gap do not count: a user counts in an interval who came back in each
   * one from number 1 to it.
   */
  CONSECUTIVE_FORWARD
}
