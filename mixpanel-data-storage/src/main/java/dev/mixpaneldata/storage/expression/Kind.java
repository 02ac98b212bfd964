package dev.mixpaneldata.storage.expression;

/** The types of values in Mixpanel's expressions; undefined is the absence of all. */
enum Kind {
  /** SQL VARCHAR. */
  TEXT,
  /** SQL DOUBLE, finite. */
  NUMBER,
  /** SQL BOOLEAN. */
  TRUTH,
  /** SQL TIMESTAMP, UTC. */
  TIME,
  /** SQL VARCHAR with a JSON array. */
  LIST,
  /** SQL VARCHAR with a JSON object. */
  OBJECT,
  /** SQL BOOLEAN, true where the value is JSON's null, never NULL itself. */
  NULL
}
