package dev.mixpaneldata.app.deletions;

import dev.mixpaneldata.error.MixpanelDataException;
import java.time.LocalDate;

/** The days of a deletion. */
final class DeletionDays {
  private DeletionDays() {}

  static void requireInOrder(LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      throw MixpanelDataException.invalidArgument(
          "The last day " + last + " lies before the first day " + first + ".",
          "Exchange the two days.");
    }
  }
}
