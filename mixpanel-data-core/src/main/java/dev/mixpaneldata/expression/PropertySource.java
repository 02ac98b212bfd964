package dev.mixpaneldata.expression;

/** What an {@link Accessor} reads from. */
public enum PropertySource {
  /** The record at hand: an event's properties, or a profile's where profiles are queried. */
  PROPERTIES("properties"),
  /** The profile of the event's user; the profile itself where profiles are queried. */
  USER("user"),
  /** The event's properties, also where {@code properties} means something else. */
  EVENT("event"),
  /** A named behaviour of a profile query; known to Mixpanel alone. */
  BEHAVIORS("behaviors"),
  /** The profile of one of the event's groups; known to Mixpanel alone. */
  GROUP_PROPERTIES("group_properties");

  private final String word;

  PropertySource(String word) {
    this.word = word;
  }

  /** The word in an expression. */
  public String word() {
    return word;
  }
}
