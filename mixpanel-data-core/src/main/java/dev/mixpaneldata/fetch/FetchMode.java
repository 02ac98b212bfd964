package dev.mixpaneldata.fetch;

/** The ways in which a fetch treats an existing table. */
public enum FetchMode {
  /** Refuses it with {@code TABLE_EXISTS} before anything is downloaded. */
  CREATE,
  /** Adds to it, without doubling the rows that it has. */
  APPEND,
  /** Replaces it in one step when everything has arrived. */
  REPLACE
}
