package dev.mixpaneldata.expression;

/** The objects from which an {@link Accessor} reads. */
public enum PropertySource {
  /** The record at hand: an event's properties, or a profile's where profiles are queried. */
  PROPERTIES("properties"),
  /** The profile of the event's user; the profile itself where profiles are queried. */
  USER("user"),
  /** The event's properties, even if {@code properties} means something else. */
  EVENT("event"),
  /** A named behaviour of a profile query; known to Mixpanel alone. */
  BEHAVIORS("behaviors"),
  /** The profile of one of the event's groups; known to Mixpanel alone. */
  GROUP_PROPERTIES("group_properties");

  private final String word;

  PropertySource(String word) {
    this.word = word;
  }

  /** Returns the word as written in an expression. */
  public String word() {
    return word;
  }
}
