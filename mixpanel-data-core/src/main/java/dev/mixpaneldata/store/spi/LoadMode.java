package dev.mixpaneldata.store.spi;

/** What a load does with the table that may be there already. */
public enum LoadMode {
  /** Makes the table; refuses with {@code TABLE_EXISTS} where there is one. */
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
