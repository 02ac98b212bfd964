package dev.mixpaneldata.report;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import java.util.List;
import java.util.Optional;

/** Checks that several requests share. */
final class Checks {
  /** The most segments that Mixpanel's reports give (Segmentation and Funnels references). */
  static final int MAX_LIMIT = 10_000;

  private Checks() {}

  static void refuse(boolean wrong, String message, String hint) {
    refuse(wrong, message, Hint.of(hint));
  }

  static void refuse(boolean wrong, String message, Hint hint) {
    if (wrong) {
      throw MixpanelDataException.invalidArgument(message, hint);
    }
  }

  static void named(String what, String name) {
    refuse(
        name.isBlank(), what + " is empty.", Hint.of("{} lists the names.", Reference.LIST_EVENTS));
  }

  /** Refuses a name that is blank, or has characters that nobody sees. */
  static void visible(String what, String name) {
    named(what, name);
    refuse(
        name.codePoints().anyMatch(Character::isISOControl)
            || name.codePoints().allMatch(c -> Character.getType(c) == Character.FORMAT),
        what + " has control characters, or nothing that is visible.",
        "Correct the name.");
  }

  static List<String> someNames(String what, List<String> names) {
    refuse(names.isEmpty(), "No " + what + " are given.", "Give at least one.");
    names.forEach(name -> named("One of the " + what, name));
    return List.copyOf(names);
  }

  static void limit(Optional<Integer> limit) {
    refuse(
        limit.filter(n -> n < 1 || n > MAX_LIMIT).isPresent(),
        "The limit is " + limit.orElse(0) + ".",
        "Choose 1 to " + MAX_LIMIT + ".");
  }

  static void interval(Optional<Integer> interval, boolean withUnit) {
    refuse(
        interval.filter(days -> days < 1).isPresent(),
        "The interval is " + interval.orElse(0) + " days.",
        "Choose at least one day.");
    refuse(
        interval.isPresent() && withUnit,
        "Both an interval of days and a unit are given.",
        "Give one of them: a number of days, or a unit.");
  }
}
