package dev.mixpaneldata.app.lexicon;

/** The kinds of entities that schemas describe. */
public enum EntityType {
  EVENT,
  /** Events that are made of others. */
  CUSTOM_EVENT,
  /** User profiles; their one schema is named {@code $user}. */
  PROFILE
}
