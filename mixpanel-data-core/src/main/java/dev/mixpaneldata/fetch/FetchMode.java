package dev.mixpaneldata.fetch;

/** What a fetch does with a table that is there already. */
public enum FetchMode {
  /** Refuses it with {@code TABLE_EXISTS} before anything is downloaded. */
  CREATE,
  /** Adds to it; what is there already is not doubled. */
  APPEND,
  /** Takes its place in one step once everything has arrived. */
  REPLACE
}
