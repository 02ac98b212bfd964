package dev.mixpaneldata.app.lexicon;

/** The kinds of entities that schemas describe. */
public enum EntityType {
  EVENT,
  /** User profiles; their one schema is named {@code $user}. */
  PROFILE
}
