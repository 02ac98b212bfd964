package dev.mixpaneldata.store;

/**
 * When indexes of tables of events are made: narrow copies in files beside the database, from which
 * reports on tables of more than two million events are answered in a fraction of the time. The
 * answers are the same without them.
 */
public enum Indexing {
  /** Never, and none is read. */
  NONE,

  /** At the end of a load that brings a good part of a table's events. */
  WITH_LOADS,

  /**
   * Also after a report that one would have made faster, in a process beside this one; for programs
   * that run for long.
   */
  BESIDE_READS
}
