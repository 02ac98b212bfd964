package dev.mixpaneldata.ingest;

import java.util.Collection;
import java.util.Locale;

/** The ways in which a profile can be changed (Mixpanel's reference of {@code /engage}). */
public enum ProfileOperation {
  /** Sets properties, and replaces values that are there. */
  SET,
  /** Sets properties that the profile does not have yet. */
  SET_ONCE,
  /** Adds to numbers; a missing one is 0. */
  ADD,
  /** Appends one value each to lists. */
  APPEND,
  /** Adds values to lists that do not have them yet. */
  UNION,
  /** Removes one value each from lists. */
  REMOVE,
  /** Removes properties. */
  UNSET,
  /** Removes the profile. */
  DELETE;

  /** What Mixpanel calls it, such as {@code $set_once}. */
  public String wireName() {
    return "$" + name().toLowerCase(Locale.ROOT);
  }

  /** Whether doing it twice is as doing it once. */
  public boolean isIdempotent() {
    return this != ADD && this != APPEND;
  }

  /** Whether it takes something away. */
  public boolean isDestructive() {
    return this == REMOVE || this == UNSET || this == DELETE;
  }

  /**
   * Returns what it takes away, as the beginning of a question: {@code Remove plan of 'user-1'}.
   *
   * @param whose whose profile changes
   * @param names the properties; empty if they are not known
   */
  public String loss(String whose, Collection<String> names) {
    String properties = names.isEmpty() ? "properties" : String.join(", ", names);
    return switch (this) {
      case DELETE -> "Delete the profile of " + whose;
      case REMOVE -> "Remove values from " + properties + " of " + whose;
      default -> "Remove " + properties + " of " + whose;
    };
  }
}
