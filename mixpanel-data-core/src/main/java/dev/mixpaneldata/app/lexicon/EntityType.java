package dev.mixpaneldata.app.lexicon;

/** What a schema describes. */
public enum EntityType {
  EVENT,
  /** User profiles; their one schema is named {@code $user}. */
  PROFILE
}
