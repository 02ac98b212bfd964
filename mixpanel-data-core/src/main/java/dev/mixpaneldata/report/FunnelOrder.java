package dev.mixpaneldata.report;

/**
 * The order in which the steps of a funnel may follow each other; other events may always lie
 * between them.
 */
public enum FunnelOrder {
  /** In the order given. */
  LOOSE,
  /** In any order. */
  ANY
}
