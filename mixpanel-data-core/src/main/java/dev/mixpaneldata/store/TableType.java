package dev.mixpaneldata.store;

/** What the rows of a local table are. */
public enum TableType {
  /** Rows of {@code event_name, event_time, distinct_id, insert_id, properties}. */
  EVENTS,
  /** Rows of {@code distinct_id, last_seen, properties}, one a profile. */
  PROFILES
}
