package dev.mixpaneldata.app.alerts;

import dev.mixpaneldata.error.MixpanelDataException;

/** The limits of alerts. */
final class AlertLimits {
  /** The longest name that Mixpanel's web application accepts. */
  private static final int NAME = 50;

  private AlertLimits() {}

  static void requireShort(String name) {
    if (name.length() > NAME) {
      throw MixpanelDataException.invalidArgument(
          "The name has " + name.length() + " characters.", "Use at most " + NAME + ".");
    }
  }
}
