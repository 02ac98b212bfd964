package dev.mixpaneldata.app.identity;

import dev.mixpaneldata.error.MixpanelDataException;

/** The check of two ids that are to lead to one user. */
final class Ids {
  private Ids() {}

  static void check(String one, String other) {
    if (one.isBlank() || other.isBlank()) {
      throw MixpanelDataException.invalidArgument("An id is empty.", "Name both users.");
    }
    if (one.equals(other)) {
      throw MixpanelDataException.invalidArgument(
          "Both ids are '" + one + "'.", "Give two different ids.");
    }
  }
}
