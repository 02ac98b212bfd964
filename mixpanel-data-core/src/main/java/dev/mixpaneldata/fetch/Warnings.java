package dev.mixpaneldata.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The warnings of a successful fetch. */
final class Warnings {
  private Warnings() {}

  /**
   * Returns the warnings, in sentences.
   *
   * @param leftOut the number of quarantined lines that are counted but not kept
   * @param expected the number of profiles at Mixpanel
   * @param found the number of different profiles received
   */
  static List<String> of(long leftOut, Optional<Long> expected, long found) {
    List<String> warnings = new ArrayList<>();
    long missing = expected.orElse(0L) - found;
    if (missing > 0) {
      warnings.add(
          missing
              + " profiles are missing: Mixpanel reports that "
              + expected.orElse(0L)
              + " match, but "
              + found
              + " arrived, even after pages with a gap were requested again. Fetch them again.");
    }
    if (leftOut > 0) {
      warnings.add(
          "The quarantine file is full: "
              + leftOut
              + " more lines that could not be stored as received are counted but not kept.");
    }
    return warnings;
  }
}
