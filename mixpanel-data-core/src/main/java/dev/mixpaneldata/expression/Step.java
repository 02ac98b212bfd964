package dev.mixpaneldata.expression;

import dev.mixpaneldata.error.MixpanelDataException;

/**
 * One step from a property's value into it: {@code ["key"]} of an object, {@code [0]} of a list.
 */
public sealed interface Step {
  /** The value of an object's key. */
  record Key(String name) implements Step {}

  /** The element of a list, counted from 0. */
  record Index(int position) implements Step {
    /** Refuses a negative position. */
    public Index {
      if (position < 0) {
        throw MixpanelDataException.invalidArgument(
            "The list position " + position + " is negative.", "Count elements from 0.");
      }
    }
  }
}
