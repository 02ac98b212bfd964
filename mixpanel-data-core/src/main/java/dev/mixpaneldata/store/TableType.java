package dev.mixpaneldata.store;

/** The content of a local table: events or profiles. */
public enum TableType {
  /** Rows of {@code event_name, event_time, distinct_id, insert_id, properties}. */
  EVENTS,
  /** Rows of {@code distinct_id, last_seen, properties}, one a profile. */
  PROFILES
}
