package dev.mixpaneldata.store.spi;

/** The effect of a load on a table that exists already. */
public enum LoadMode {
  /** Makes the table; refuses with {@code TABLE_EXISTS} if there is one. */
  CREATE,
  /** Puts the new rows in the place of the old table, in one step. */
  REPLACE,
  /**
   * Adds to the table. Events that are there already are not doubled; a profile takes the place of
   * the one with its distinct_id.
   */
  APPEND,
  /** Puts the new rows in the place of all rows of the load's days, in one step. */
  REPLACE_DAYS
}
