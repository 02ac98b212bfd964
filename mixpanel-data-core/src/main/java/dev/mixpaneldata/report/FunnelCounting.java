package dev.mixpaneldata.report;

/** The unit that a funnel counts. */
public enum FunnelCounting {
  /** Users, each once. */
  UNIQUE,
  /** Passages: a user may enter again after leaving, that is after converting or timing out. */
  TOTAL
}
